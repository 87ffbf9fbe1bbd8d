import { Trouble } from './say';

interface Opened {
	readonly status: number;
	readonly type: string;
	readonly text: string;
}

/** n8n's own API, the one its editor uses, for one logged-in person. */
export class Rest {
	private cookie = '';

	constructor(private readonly url: string) {}

	async get<T>(path: string): Promise<T> {
		return await this.ask<T>('GET', path);
	}

	async post<T>(path: string, body: object): Promise<T> {
		return await this.ask<T>('POST', path, body);
	}

	async patch<T>(path: string, body: object): Promise<T> {
		return await this.ask<T>('PATCH', path, body);
	}

	/** Anything below n8n's address, such as an icon, as its editor would load it. */
	async open(path: string): Promise<Opened> {
		const answer = await this.fetch('GET', path);
		const type = answer.headers.get('content-type') ?? '';
		return { status: answer.status, type, text: await answer.text() };
	}

	private async ask<T>(method: string, path: string, body?: object): Promise<T> {
		const answer = await this.fetch(method, `/rest${path}`, body);
		const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const text = await answer.text();
		if (!answer.ok) {
			throw new Trouble(`n8n answered ${answer.status} to ${method} ${path}:`, text.slice(0, 500));
		}
		return (JSON.parse(text) as { data: T }).data;
	}

	private async fetch(method: string, path: string, body?: object): Promise<Response> {
		return await fetch(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				...(this.cookie && { cookie: this.cookie }),
			},
			...(body && { body: JSON.stringify(body) }),
		});
	}
}

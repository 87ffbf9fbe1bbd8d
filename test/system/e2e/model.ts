import type { IDataObject } from 'n8n-workflow';

import { http, once } from '../../support/node';

interface Tool {
	readonly function: { name: string; description: string; parameters: IDataObject };
}

interface Question {
	readonly messages: ReadonlyArray<{ role: string; content: string }>;
	readonly tools?: readonly Tool[];
}

export interface Model {
	readonly url: string;
	/** What it was asked, oldest first. */
	readonly questions: readonly Question[];
	close(): Promise<void>;
}

async function read(request: http.IncomingMessage): Promise<Question> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return JSON.parse(text) as Question;
}

/**
 * Answers like a language model behind OpenAI's chat completions (platform.openai.com/docs/api-reference/chat):
 * it calls the first tool it is offered once, with these arguments, and repeats what the tool said.
 */
export async function startModel(toolArguments: object): Promise<Model> {
	const questions: Question[] = [];
	const answer = (question: Question): object => {
		questions.push(question);
		const told = question.messages.filter(({ role }) => role === 'tool').at(-1);
		const call = {
			id: 'call_1',
			type: 'function',
			function: {
				name: question.tools?.[0].function.name,
				arguments: JSON.stringify(toolArguments),
			},
		};
		const message = told
			? { role: 'assistant', content: told.content }
			: { role: 'assistant', content: null, tool_calls: [call] };
		return {
			id: `chatcmpl-${questions.length}`,
			object: 'chat.completion',
			created: 0,
			model: 'model',
			choices: [{ index: 0, message, finish_reason: told ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	};
	const server = http.createServer((request, response) => {
		void read(request).then((question) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer(question)));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No TCP address');
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		questions,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

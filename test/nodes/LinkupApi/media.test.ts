import { z } from 'zod';

import {
	attachment,
	itemAtHand,
	mediaOptions,
	mediaUrlProblem,
} from '../../../nodes/LinkupApi/media';
import type { LinkupApi } from '../../../nodes/LinkupApi/api';

const mediaInput = z.object({ ...mediaOptions.shape, ...itemAtHand.shape });

describe('media URL', () => {
	it.each([
		'https://files.example.com/deck.pdf',
		'http://files.example.com/deck.PNG',
		'https://files.example.com/a/b%20c.jpeg',
		'https://files.example.com/photo.jpg',
		'https://files.example.com/clip.mp4',
		'https://files.example.com/get?file=deck.pdf',
		'https://10.example.com/deck.pdf',
		'https://localhost.example.com/deck.pdf',
		'https://8.8.8.8/deck.pdf',
		'https://172.32.0.1/deck.pdf',
		'https://[2606:4700::1111]/deck.pdf',
		'https://münchen.example/deck.pdf',
	])('%s is fetched', (url) => expect(mediaUrlProblem(url)).toBeUndefined());

	it.each([
		['file:///etc/passwd.png', /starts with https/],
		['ftp://files.example.com/deck.pdf', /starts with https/],
		['data:image/png;base64,iVBORw0.png', /starts with https/],
		['javascript:alert(1)//.png', /starts with https/],
		['files.example.com/deck.pdf', /starts with https/],
		['/deck.pdf', /starts with https/],
		['https://user:pass@files.example.com/deck.pdf', /password/],
		['https://localhost/deck.pdf', /private network/],
		['https://LOCALHOST./deck.pdf', /private network/],
		['https://api.localhost/deck.pdf', /private network/],
		['https://printer.local/deck.pdf', /private network/],
		['https://wiki.internal/deck.pdf', /private network/],
		['https://intranet/deck.pdf', /private network/],
		['https://127.0.0.1/deck.pdf', /private network/],
		['https://127.1/deck.pdf', /private network/],
		['https://2130706433/deck.pdf', /private network/],
		['https://0x7f.0.0.1/deck.pdf', /private network/],
		['https://0177.0.0.1/deck.pdf', /private network/],
		['https://0.0.0.0/deck.pdf', /private network/],
		['https://10.1.2.3:8080/deck.pdf', /private network/],
		['https://172.16.0.1/deck.pdf', /private network/],
		['https://172.31.255.255/deck.pdf', /private network/],
		['https://192.168.0.10/deck.pdf', /private network/],
		['https://169.254.169.254/latest/meta-data.png', /private network/],
		['https://100.64.0.1/deck.pdf', /private network/],
		['https://224.0.0.1/deck.pdf', /private network/],
		['https://[::1]/deck.pdf', /private network/],
		['https://[::ffff:192.168.0.1]/deck.pdf', /private network/],
		['https://[fe80::1]/deck.pdf', /private network/],
		['https://[fd00::1]/deck.pdf', /private network/],
		['https://files.example.com', /has to end in/],
		['https://files.example.pdf', /has to end in/],
		['https://files.example.com/deck.pdf?download=1', /has to end in/],
		['https://files.example.com/deck.pdf#page=2', /has to end in/],
		['https://files.example.com/deck.pdf.exe', /has to end in/],
		['https://files.example.com/deck.svg', /has to end in/],
		['https://files.example.com/deckpdf', /has to end in/],
	])('%s is refused', (url, why) => expect(mediaUrlProblem(url)).toMatch(why));

	it('may be left empty, and is a text', () => {
		expect(mediaInput.parse({ mediaUrl: ' ', itemIndex: 0 }).mediaUrl).toBeUndefined();
		expect(mediaInput.safeParse({ mediaUrl: {}, itemIndex: 0 }).success).toBe(false);
		expect(mediaInput.safeParse({ mediaUrl: 'x'.repeat(3_000), itemIndex: 0 }).success).toBe(false);
	});
});

describe('attachment', () => {
	const file = jest.fn();
	const api = { file } as unknown as LinkupApi;

	beforeEach(() => file.mockReset());

	it('is nothing without a field', async () => {
		expect(await attachment(api, { itemIndex: 0 })).toEqual({});
	});

	it('does not read the file when there is a URL', async () => {
		const mediaUrl = 'https://files.example.com/a.png';
		const media = { mediaUrl, mediaBinaryProperty: 'data', itemIndex: 0 };
		expect(await attachment(api, media)).toEqual({ media_link: mediaUrl });
		expect(file).not.toHaveBeenCalled();
	});

	it('is the file of its own item', async () => {
		const base64 = Buffer.from('abc').toString('base64');
		file.mockResolvedValue({ fileName: 'a.png', mimeType: 'image/png', size: 3, base64 });
		const found = await attachment(api, { mediaBinaryProperty: 'photo', itemIndex: 7 });
		expect(file).toHaveBeenCalledWith(7, 'photo');
		expect(found).toEqual({
			media_file: {
				filename: 'a.png',
				content_type: 'image/png',
				size: 3,
				data: 'data:image/png;base64,YWJj',
			},
		});
	});
});

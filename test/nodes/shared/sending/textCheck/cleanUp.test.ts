import { Failure } from '../../../../../nodes/shared/failures/failure';
import { checkText } from '../../../../../nodes/shared/sending/textCheck';
import { FURTHER_ORDINARY } from './furtherCases';
import { ORDINARY as FIRST_ORDINARY } from './ordinaryCases';
import * as unfinished from './unfinishedCases';

const ORDINARY = [...FIRST_ORDINARY, ...FURTHER_ORDINARY];

const clean = (text: string): string => checkText(text, 'cleanUp', 'Note');

const CLEANED: ReadonlyArray<readonly [from: string, to: string]> = [
	['<p>Hi Jane,</p><p>thanks</p>', 'Hi Jane,\n\nthanks'],
	['<p>Hi Jane,</p>\n\n<p>thanks</p>\n', 'Hi Jane,\n\nthanks'],
	['Hi Jane,<br>thanks', 'Hi Jane,\nthanks'],
	['Hi Jane,<br><br/>thanks<br />Tom', 'Hi Jane,\n\nthanks\nTom'],
	['Hi Jane,<br>\nthanks', 'Hi Jane,\nthanks'],
	['Hi Jane,<br>\r\nthanks', 'Hi Jane,\nthanks'],
	['Hi <b>Jane</b>, <i>great</i> post', 'Hi Jane, great post'],
	['Hi <b>Jane</b>,\n\ngreat post\nTom', 'Hi Jane,\n\ngreat post\nTom'],
	['<div>Hi Jane,</div><div>thanks</div>', 'Hi Jane,\nthanks'],
	['<div><div>Hi Jane,</div></div>\n  <div>thanks   a\n lot</div>', 'Hi Jane,\nthanks a lot'],
	['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
	['Offer:<ul>\n <li>one</li>\n <li><b>two</b></li>\n</ul>Tom', 'Offer:\n\n- one\n- two\n\nTom'],
	['<ol><li><p>one</p></li></ol>', '- one'],
	[
		'See <a href="https://acme.com">our page</a>, please',
		'See our page (https://acme.com), please',
	],
	['See <a href="https://acme.com">https://acme.com</a>', 'See https://acme.com'],
	['See <a href="https://www.acme.com/">acme.com</a>', 'See acme.com'],
	['<a href="mailto:jane@acme.com">jane@acme.com</a>', 'jane@acme.com'],
	['<a href="mailto:jane@acme.com">Mail me</a>', 'Mail me (jane@acme.com)'],
	["<a class=x href='https://acme.com/?a=1&amp;b=2'>x</a>", 'x (https://acme.com/?a=1&b=2)'],
	['<a href="https://acme.com"></a>', 'https://acme.com'],
	['<a href="#top">up</a> and <a>none</a>', 'up and none'],
	['<a href="javascript:void(0)">run</a>', 'run'],
	['R&amp;D &ndash; &euro;5 &copy; Caf&eacute; &#8217;s &#x1F44B;', 'R&D – €5 © Café ’s 👋'],
	['Hi&nbsp;Jane', 'Hi\u00A0Jane'],
	['It&amp;#39;s', "It's"],
	['&lt;p&gt;Hi Jane&lt;/p&gt;', 'Hi Jane'],
	['a &lt; b and c &gt; d', 'a < b and c > d'],
	['&#150; dash', '– dash'],
	['<style>p { color: red }</style><script>alert("{name}")</script>Hi Jane', 'Hi Jane'],
	['<head><title>x</title></head><body>Hi Jane</body>', 'Hi Jane'],
	['<!DOCTYPE html><html><body><p>Hi Jane</p></body></html>', 'Hi Jane'],
	['<!-- {{name}} -->Hi Jane', 'Hi Jane'],
	['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
	['<p>Write to <jane@acme.com>, 5 < 6</p>', 'Write to <jane@acme.com>, 5 < 6'],
	['<p>Hi<o:p></o:p></p>', 'Hi'],
	['<pre>a\n  b</pre>', 'a\n  b'],
	['Hi Jane,\\n\\nthanks\\nTom', 'Hi Jane,\n\nthanks\nTom'],
	['Hi Jane,\\r\\nthanks', 'Hi Jane,\nthanks'],
	['Hi Jane,\\\\nthanks', 'Hi Jane,\nthanks'],
	['a\\tB', 'a\tB'],
	['Caf\\u00e9 \\"x\\" \\ud83d\\udc4b', 'Café "x" 👋'],
	['It is in C:\\new,\\nthanks', 'It is in C:\\new,\nthanks'],
	['<p>Hi Jane,\\nthanks</p>', 'Hi Jane,\nthanks'],
];

describe('cleaning up', () => {
	it.each(CLEANED)('%j gives %j', (from, to) => {
		expect(clean(from)).toBe(to);
		expect(clean(to)).toBe(to);
		expect(checkText(from, 'off', 'Note')).toBe(from);
	});

	it.each(ORDINARY)('leaves %j alone', (text) => {
		expect(clean(text)).toBe(text);
	});

	it.each([
		['<p>Hi {{name}},</p>', '{{name}}'],
		['<p>Hi ,</p>', 'Hi ,'],
		['Hi&nbsp;,<br>thanks', 'Hi'],
		['<p>&lt;First Name&gt;</p>', '<First Name>'],
		['<p></p>', 'no text'],
		['<p>&nbsp;</p>', 'no text'],
		['<p>undefined</p>', 'undefined'],
		['<a href="{{link}}">here</a>', '{{link}}'],
		['Your <title> role', '<title>'],
		['[First Name],\\nthanks', '[First Name]'],
	])('refuses %j all the same, for %s', (text, piece) => {
		expect(() => clean(text)).toThrow(piece);
		expect(() => clean(text)).toThrow(Failure);
	});

	it.each([...unfinished.EMPTY_NAMES, ...unfinished.CHOICES, ...unfinished.MISSING_VALUES])(
		'mends no %j',
		(text) => {
			expect(() => clean(text)).toThrow(/^'Note' /);
		},
	);

	it('lets all texts through when it is off, and none that is empty bothers it', () => {
		for (const [text] of [...unfinished.HTML, ...unfinished.ESCAPES]) {
			expect(checkText(text, 'off', 'Note')).toBe(text);
		}
		expect(checkText('', 'refuse', 'Note')).toBe('');
		expect(checkText('', 'cleanUp', 'Note')).toBe('');
	});
});

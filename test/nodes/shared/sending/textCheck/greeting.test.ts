import { greetingOf, greetsEverybodyAlike } from '../../../../../nodes/shared/sending/textCheck';

const NAMED: ReadonlyArray<readonly [text: string, name: string]> = [
	['Hi Jane,', 'Jane'],
	['Hi Jane! Thanks', 'Jane'],
	['Hi Jane', 'Jane'],
	['Hi, Jane', 'Jane'],
	['Hi Mila,', 'Mila'],
	['Hi Don,', 'Don'],
	['Hi Beste,', 'Beste'],
	['Hello dear Jane,', 'Jane'],
	['Hello Jane Doe, thanks', 'Jane Doe'],
	['Hey Jane - quick one', 'Jane'],
	['hi jane,', 'jane'],
	['HI JANE,', 'JANE'],
	['Hi Jane thanks for connecting', 'Jane'],
	['Hi Jane, I saw. Hi Tom, too', 'Jane'],
	['\n\n  Hi Jane,', 'Jane'],
	['👋 Hi Jane,', 'Jane'],
	["Hi O'Brien,", "O'Brien"],
	['Hi Jean-Luc,', 'Jean-Luc'],
	['Hi Ludwig van Beethoven,', 'Ludwig van Beethoven'],
	['Dear Mr. Doe,', 'Mr. Doe'],
	['Dear Dr. Jane Doe,', 'Dr. Jane Doe'],
	['Dear Jane', 'Jane'],
	['Good morning Jane,', 'Jane'],
	['Good morning, Jane!', 'Jane'],
	['Hallo Jana,', 'Jana'],
	['Hallo liebe Jana,', 'Jana'],
	['Liebe Jana,', 'Jana'],
	['Lieber Herr Meier,', 'Herr Meier'],
	['Liebe/r Jana,', 'Jana'],
	['Guten Tag Frau Dr. Meier,', 'Frau Dr. Meier'],
	['Sehr geehrter Herr Müller,', 'Herr Müller'],
	['Bonjour Jeanne,', 'Jeanne'],
	['Salut Hélène !', 'Hélène'],
	['Cher Luc,', 'Luc'],
	['Chère Anaïs,', 'Anaïs'],
	['Hola Juana:', 'Juana'],
	['Estimado Juan,', 'Juan'],
	['Estimada Sra. Pérez:', 'Sra. Pérez'],
	['Ciao Gianna,', 'Gianna'],
	['Gentile Signora Rossi,', 'Signora Rossi'],
	['Olá João,', 'João'],
	['Caro Mário,', 'Mário'],
	['Beste Jan,', 'Jan'],
	['Hej Åsa,', 'Åsa'],
	['Hei Øyvind,', 'Øyvind'],
	['Kære Mette,', 'Mette'],
	['Cześć Łukasz,', 'Łukasz'],
	['Witam Anna,', 'Anna'],
	['Ahoj Jiří,', 'Jiří'],
	['Dobrý den Jano,', 'Jano'],
	['Szia Ágnes,', 'Ágnes'],
	['Bună, Ana!', 'Ana'],
	['Salve Marco,', 'Marco'],
	['Здравствуйте, Анна!', 'Анна'],
	['Привет, Аня', 'Аня'],
	['Уважаемый Иван Иванович,', 'Иван Иванович'],
	['Привіт, Оксано!', 'Оксано'],
	['Γεια σας Μαρία,', 'Μαρία'],
	['Merhaba Ayşe,', 'Ayşe'],
	['Sayın Yılmaz,', 'Yılmaz'],
	['مرحبا أحمد،', 'أحمد'],
	['שלום דנה,', 'דנה'],
	['नमस्ते प्रिया,', 'प्रिया'],
	['你好，王芳！', '王芳'],
	['您好王芳，', '王芳'],
	['王芳，您好！', '王芳'],
	['田中様\nお世話になっております', '田中'],
	['田中さん、こんにちは', '田中'],
	['안녕하세요, 김민수님', '김민수'],
	['김민수님, 안녕하세요', '김민수'],
	['Xin chào Nam,', 'Nam'],
	['Halo Budi,', 'Budi'],
	['Thanks Jane, great to meet you', 'Jane'],
	['Hi \u200BJane,', 'Jane'],
];

const UNNAMED: readonly string[] = [
	...[
		'Hi there,',
		'Hi all,',
		'Hello',
		'Hello!',
		'Hi',
		'',
		' ',
		'Hi, how are you',
		'Hi everyone,',
		'Hi Team,',
		'Hi team Acme,',
	],
	...[
		'Hello everybody!',
		'Hi — quick one',
		'Hey folks,',
		'Dear Sir or Madam,',
		'Dear Hiring Manager,',
		'Dear friends,',
	],
	...[
		'Hi again,',
		'Good morning!',
		'Thanks for connecting',
		'Thank you so much',
		'Congrats on the new role',
		'I saw your post',
	],
	...[
		'Hallo zusammen,',
		'Hallo liebes Team,'.replace('liebes ', ''),
		'Sehr geehrte Damen und Herren,',
		'Liebe Kolleginnen und Kollegen,',
	],
	...[
		'Bonjour,',
		'Bonjour !',
		'Bonjour à tous,',
		'Madame, Monsieur,',
		'Hola,',
		'Hola a todos,',
		'Hola, ¿qué tal?',
		'Ciao a tutti,',
	],
	...[
		'Olá, tudo bem?',
		'Здравствуйте!',
		'Добрый день, коллеги!',
		'Привет всем',
		'Merhaba,',
		'مرحبا،',
		'שלום,',
		'नमस्ते,',
	],
	...[
		'您好，',
		'大家好',
		'你好！',
		'こんにちは',
		'皆様、こんにちは',
		'안녕하세요',
		'여러분, 안녕하세요',
		'Γεια σας,',
		'Hi friend,',
		'Hi Client Success team,',
		'Hello dear,',
		'hey man,',
	],
];

describe('the name in a greeting', () => {
	it.each(NAMED)('of %j is %j', (text, name) => {
		expect(greetingOf(text)).toBe(name);
	});

	it.each(UNNAMED)('of %j is none', (text) => {
		expect(greetingOf(text)).toBeUndefined();
	});
});

describe('one greeting for different people', () => {
	const to = (who: string, text: string) => ({ who, text });

	it('is told by its name', () => {
		const texts = [
			to('john-doe', 'Hi Jane, saw your post'),
			to('mary-roe', 'Hi Jane, saw your talk'),
			to('ann-poe', 'hello JANE!'),
		];
		expect(greetsEverybodyAlike(texts)).toBe('Jane');
		expect(greetsEverybodyAlike(texts.map(({ who }) => to(who, '王芳，您好！')))).toBe('王芳');
	});

	it('is none when one text differs or greets nobody', () => {
		expect(greetsEverybodyAlike([to('a', 'Hi Jane,'), to('b', 'Hi John,')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Hi Jane,'), to('b', 'Hi,')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Hi Jane,'), to('b', 'Hi Jane Doe,')])).toBeUndefined();
	});

	it('is none without a name, for one person, and for nobody', () => {
		expect(greetsEverybodyAlike([to('a', 'Hi there,'), to('b', 'Hi there,')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Hi,'), to('b', 'Hi,')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Same text'), to('b', 'Same text')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Hi Jane,'), to('a', 'Hi Jane,')])).toBeUndefined();
		expect(greetsEverybodyAlike([to('a', 'Hi Jane,')])).toBeUndefined();
		expect(greetsEverybodyAlike([])).toBeUndefined();
	});

	it('is none when they are all called so, as far as that is known', () => {
		const texts = [to('jane-doe-1a2b', 'Hi Jane,'), to('Jane Roe', 'Hi Jane,')];
		expect(greetsEverybodyAlike(texts)).toBeUndefined();
		expect(greetsEverybodyAlike([...texts, to('john-poe', 'Hi Jane,')])).toBe('Jane');
		expect(
			greetsEverybodyAlike([to('helene-a', 'Salut Hélène,'), to('helene-b', 'Salut Hélène,')]),
		).toBeUndefined();
	});
});

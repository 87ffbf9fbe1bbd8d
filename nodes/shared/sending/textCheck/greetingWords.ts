/** A table of phrases: bars between them. */
const listed = (phrases: string): readonly string[] =>
	phrases.split('|').map((phrase) => phrase.trim());

/** Greetings that stand alone as well: "Hi, I saw …". One line per language. */
export const GREETINGS = listed(`
	hi | hello | hey | hiya | howdy | greetings | good morning |
	good afternoon | good evening | good day | morning | yo | heya | g'day | hallo | guten tag |
	guten morgen | guten abend | grüß gott | grüss gott | grüezi | moin | moin moin | servus |
	hallöchen | grüß dich | grüße dich | schönen guten tag | tag | bonjour | bonsoir | salut |
	coucou | hola | hola, qué tal | buenas | buenos días | buenos dias | buenas tardes |
	buenas noches | buen día | qué tal | ciao | salve | buongiorno | buonasera | buon pomeriggio |
	olá | ola | oi | bom dia | boa tarde | boa noite | hoi | goedendag | goedemorgen | goedemiddag |
	goedenavond | dag | beste | hej | hejsan | hei | tjena | tjenare | god dag | goddag |
	god morgen | god morgon | halla | heisann | moikka | moi | terve | hyvää päivää |
	hyvää huomenta | tere | sveiki | labas | laba diena | labdien | sveiks | halló | hæ | cześć |
	czesc | witam | dzień dobry | dzien dobry | siema | hejka | ahoj | dobrý den | dobry den |
	dobrý deň | zdravím | čau | nazdar | dobré ráno | szia | sziasztok | üdvözlöm | jó napot |
	jó napot kívánok | helló | bună | buna | bună ziua | buna ziua | salutare | zdravo | bok |
	dobar dan | pozdravljeni | pozdrav | živjo | përshëndetje | здравствуйте | здравствуй | привет |
	добрый день | доброе утро | добрый вечер | приветствую | вітаю | привіт | добрий день |
	доброго дня | добридень | здравейте | здравей | здраво | добар дан | сәлем | γεια σας |
	γεια σου | γεια | καλημέρα | καλησπέρα | χαίρετε | merhaba | merhabalar | selam | selamlar |
	iyi günler | İyi günler | günaydın | salam | مرحبا | مرحباً | مرحبًا | أهلا | أهلاً | أهلا وسهلا |
	السلام عليكم | صباح الخير | مساء الخير | تحية طيبة | سلام | درود | با سلام | שלום | היי | הי |
	בוקר טוב | ערב טוב | नमस्ते | नमस्कार | নমস্কার | হ্যালো | வணக்கம் | నమస్కారం | ನಮಸ್ಕಾರ |
	നമസ്കാരം | ਸਤ ਸ੍ਰੀ ਅਕਾਲ | નમસ્તે | السلام علیکم | สวัสดี | สวัสดีครับ | สวัสดีค่ะ | สวัสดีคุณ |
	xin chào | chào | chào anh | chào chị | chào bạn | halo | hai | selamat pagi | selamat siang |
	selamat sore | selamat malam | kumusta | magandang araw | habari | jambo | 你好 | 您好 | 早上好 | 下午好 |
	晚上好 | 嗨 | 哈喽 | 早安 | こんにちは | こんばんは | おはようございます | はじめまして | 안녕하세요 | 안녕하십니까 | 안녕 | გამარჯობა |
	բարեւ | բարև | сайн байна уу | ជំរាបសួរ | സുഖമാണോ | ආයුබෝවන් | thanks | thank you | congrats |
	congratulations | welcome | happy birthday | danke | merci | gracias | grazie | obrigado
`);

/** Greetings that are nothing without the name behind them. */
export const NAMED_GREETINGS = listed(`
	dear | my dear | dearest | liebe | lieber | liebe/r | liebe(r) | liebe:r | liebe*r |
	lieber/liebe | liebe/lieber | sehr geehrte | sehr geehrter | sehr geehrte/r | sehr geehrte(r) |
	sehr geehrte:r | geehrter | geehrte | werte | werter | verehrte | verehrter | chère | estimado |
	estimada | estimado/a | estimado(a) | estimad@ | apreciado | apreciada | querido/a | gentile |
	egregio | egregia | gent.mo | prezado | prezada | prezado(a) | prezado/a | caro(a) | caro/a |
	cher(e) | cher/chère | cher·e | geachte | szanowny | szanowna | szanowny panie |
	szanowna pani | vážený | vážená | milý | vážený pane | sayın | sevgili | değerli | уважаемый |
	уважаемая | уважаемый(ая) | дорогой | дорогая | шановний | шановна | дорогий | kære | kära |
	käre | kjære | tisztelt | stimate | stimată | stimata | dragă | αγαπητέ |
	αγαπητή | αξιότιμε | 尊敬的 | 敬爱的 | عزيزي/عزيزتي | प्रिय | प्रिय श्री | kính gửi | yth. |
	bapak/ibu | เรียน | เรียนคุณ
`);

/** The same, but a word or a name of their own too: only with a blank before the comma is it sure. */
export const OTHER_NAMED = listed(`
	cher | hyvä | kedves | drogi | droga | caro | cara | querido | querida | mila | milá | lieve | beste | bästa | kallis | عزيزي |
	عزيزتي | السيد | السيدة | الأستاذ | حضرة | 亲爱的 | 親愛的 | доброго времени суток
`);

/** Forms of address in front of a name. Those of the first list cannot stand without it. */
export const BARE_TITLES = listed(`
	mr | mr. | mrs | mrs. | ms | ms. | mx | mx. | mr./ms. | mr/ms | mr./mrs. | mr/mrs | dr. | herr |
	frau | herrn | herr/frau | frau/herr | herr dr. | frau dr. | prof. | prof. dr. | sr. | sra. |
	sr./sra. | sr | sra | dña. | doña | sig. | sig.ra | dott. | dott.ssa | ing. | dhr. |
	mevr. | г-н | г-жа | пан | пані | pani | paní | bayan | κε |
	κα | κύριε | κυρία | श्री | श्रीमती | คุณ
`);

export const TITLES = listed(`
	heer | mevrouw | dr | prof | professor | doctor | sir | ma'am | madam | miss | m. | mme | mlle | monsieur |
	madame | señor | señora | senhor | senhora | signor | signora | signore | chị |
	ibu | 先生 | 女士 | engr. | أستاذ | دكتور | מר | גברת
`);

/** Behind a name: nothing in front of them means that the name is missing. */
export const HONORIFICS = ['様', 'さま', 'さん', '殿', '氏', '님', '씨'] as const;

/** Whom a greeting addresses without naming anybody: no name, in the languages above. */
export const EVERYBODY = `
	there all everyone everybody team folks friend friends again guys fellow community network world
	you ladies gentlemen sir madam colleague colleagues partner partners customer recruiter hiring
	manager connection connections founder founders reader member members both and or
	man mate buddy dude bro pal neighbor neighbour stranger
	zusammen alle allerseits ihr leute liebe lieber damen herren kolleginnen kollegen freunde freund
	nachbar nachbarin nochmal nochmals wieder und oder team
	tous toutes tout monde chers collègues équipe à madame monsieur et ami amis
	todos todas equipo amigo amiga amigos compañeros señores y a de nuevo
	tutti tutte team a squadra colleghi amici pessoal todos equipe amigos gente
	allemaal iedereen collega's alla allihop kollegor alle sammen kaikki wszyscy wszystkim zespole państwo
	všichni všem mindenki tuturor všetkým всем всех коллеги друзья команда дамы господа уважаемые
	усім колеги друзі колеги всички herkese arkadaşlar ekip hepinize πάντες όλους σας ομάδα
	جميعا بالجميع للجميع الجميع לכולם לכם חברים सभी को सबको दोस्तों 大家 各位 大家好 各位好 皆さん 皆様 여러분 모두
	mọi người bạn semua semuanya teman ทุกคน ทุกท่าน i ich je yo io eu
`;

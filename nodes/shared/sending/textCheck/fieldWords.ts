/** Words for a person's name, as forms and templates call that field. Within brackets they are enough. */
export const NAME_WORDS = `
	name firstname lastname fullname fname lname surname forename nickname username companyname
	vorname nachname familienname ansprechpartner
	prénom nom nombre apellido apellidos nome cognome sobrenome
	imię imie nazwisko imienia имя имени фамилия отчество фио ім'я імя імені прізвище іме ime prezime
	isim isminiz soyad soyadı adı adınız naam voornaam achternaam namn förnamn efternamn
	navn fornavn efternavn etternavn nimi etunimi sukunimi jméno příjmení meno priezvisko
	név keresztnév vezetéknév nume numele prenume prenumele όνομα επώνυμο
	اسم الاسم اسمك نام שם नाम ชื่อ tên nama naamkaran
	お客様名 ご担当者名 担当者名 貴社名 御社名 客户姓名 客户名称 公司名 联系人
	姓名 名字 您的姓名 名前 氏名 お名前 宛名 이름 성함 성명 고객명 会社名 貴社名 회사명
`;

/** Words for what else a template fills in about people, firms and jobs. */
export const THING_WORDS = `
	recipient prospect lead candidate customer client company organization organisation employer organización organização organisation organizacja организация
	business jobtitle occupation industry niche headline salutation
	pain point mutual connection connections interest interests achievement accomplishment
	empfänger unternehmen firma unternehmens stelle berufsbezeichnung branche anrede
	entreprise société poste fonction secteur civilité empresa puesto cargo sector azienda ruolo settore
	bedrijf functie företag foretag virksomhed bedrift yritys firmy firmie stanowisko branża
	компания компании компанию должность отрасль компанія посада şirket şirketi pozisyon
	společnost pozice cég pozíció companie compania funcție εταιρεία θέση
	شركة الشركة المسمى חברה תפקיד कंपनी पद บริษัท ตำแหน่ง perusahaan jabatan
	公司 公司名 公司名称 职位 行业 会社 役職 部署 회사 직책 직함
`;

/** Words that fill a template's bracket but also make an ordinary heading: `[Event] Join us`. */
export const TAG_WORDS = `
	position contact title job role department topic product service services location city country region event link url
	website calendar date time day month year number amount price phone email address school university
	project skill skills team subject signature sender post article course feature benefit
	friend experience expertise field value proposition manager url topic
	problem challenge goal result results metric
	titel thema produkt dienstleistung ort stadt datum uhrzeit betreff
	sujet produit ville lien tema producto ciudad fecha enlace servicio argomento prodotto città produto
	cidade stad onderwerp ämne miasto temat produktu город тема продукт дата ссылка ürün şehir konu
	产品 城市 主题 日期 链接 製品 件名 日付 제품 주제 날짜
`;

/** Words that stand beside those in a bracket without making it prose. */
export const BESIDE_WORDS = `
	your my his her their of the a an or and s in for at to from with first last full given family middle
	xyz abc x y z calendly linkedin linked booking hiring target current former previous specific relevant recent mutual shared common similar
	ihr ihre ihrer ihres dein deine deiner mein meine der die das des von
	votre vos ton ta mon ma le la les l de du d des tu tus su sus mi el los las del y e o
	tuo tua il lo della dello di seu sua teu meu minha da do uw jouw je van het een
	ditt din mitt min er twoje twój twoja ваш ваша ваше вашей вашего мой
`;

/** Instead of a value: how a bracket begins or ends that tells its writer what to put there. */
export const INSTRUCTIONS: readonly RegExp[] = [
	/^(?:(?:please|briefly|shortly)\s+)?(?:insert|describe|fill\s?-?in|placeholder|tbd\b|to\s?do\b|fixme\b|personali[sz]e|customi[sz]e)/iu,
	/^(?:enter|add|put|include|mention|describe|state|name|choose|select|reference|note)\s+(?:a|an|the|your|their|his|one|any|some|specific|something|relevant|recent|personal|here|how|what|why|name|company)\b/iu,
	/^(?:one|two|a|short)\s+(?:short\s+)?(?:sentences?|lines?)\s/iu,
	/^your\s+\p{L}/iu,
	/^(?:something|anything)\s+(?:specific|relevant|personal|about)\b/iu,
	/^(?:specific|relevant)\s+\p{L}/iu,
	/^(?:his|he|him)\/(?:her|she)\b/iu,
	/^(?:ihr|ihre|ihren|dein|deine|deinen)\s+\p{L}/iu,
	/(?:einfügen|eintragen|einsetzen|ergänzen|invoegen|invullen|beszúrása|ekleyin|yazın|girin)[.!]?$/iu,
	/^(?:insérer|insérez|à\s+compléter|indiquez|votre|insertar|inserta|inserte|inserire|inserisci|inserir|insira)(?!\p{L})/iu,
	/^(?:wstaw|wpisz|infoga|indsæt|sett\s+inn|lisää|vložte|doplňte|introduceți|inserați|masukkan|chèn|điền|nhập)(?!\p{L})/iu,
	/^(?:вставьте|вставить|введите|укажите|вставте|введіть|εισάγετε|συμπληρώστε)(?!\p{L})/iu,
	/^(?:أدخل|ادخل|اكتب|הכנס|הזן|插入|填写|填入|请输入|請輸入|输入|您的|你的|ใส่|กรอก)/u,
	/(?:挿入|入力|記入|입력|삽입|डालें|दर्ज करें|लिखें)/u,
];

/** Words that make a bracketed name an editor's remark: `[name withheld]`. */
export const REMARK_WORDS = `
	withheld changed redacted removed hidden omitted anonymised anonymized unknown is was not no has
	geändert entfernt changé modifié cambiado omitido
`;

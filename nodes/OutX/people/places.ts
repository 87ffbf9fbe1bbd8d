import type { INodePropertyOptions } from 'n8n-workflow';

import { decodeFully } from '../../shared/linkedin/percent';

/**
 * LinkedIn's numbers of countries. No endpoint of OutX lists places. The numbers are those of LinkedIn's
 * own advertising API (a recorded answer of its facet urn:li:adTargetingFacet:locations in public research
 * code). Most were compared with the lists of several public LinkedIn clients, too; a few, such as
 * Argentina and South Africa, rest on that record alone.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
	Argentina: '100446943',
	Australia: '101452733',
	Austria: '103883259',
	Belgium: '100565514',
	Brazil: '106057199',
	Bulgaria: '105333783',
	Canada: '101174742',
	Chile: '104621616',
	Colombia: '100876405',
	Croatia: '104688944',
	Czechia: '104508036',
	Denmark: '104514075',
	Egypt: '106155005',
	Estonia: '102974008',
	Finland: '100456013',
	France: '105015875',
	Germany: '101282230',
	Greece: '104677530',
	Hungary: '100288700',
	India: '102713980',
	Indonesia: '102478259',
	Ireland: '104738515',
	Israel: '101620260',
	Italy: '103350119',
	Japan: '101355337',
	Latvia: '104341318',
	Lithuania: '101464403',
	Luxembourg: '104042105',
	Malaysia: '106808692',
	Mexico: '103323778',
	Morocco: '102787409',
	Netherlands: '102890719',
	'New Zealand': '105490917',
	Norway: '103819153',
	Philippines: '103121230',
	Poland: '105072130',
	Portugal: '100364837',
	Qatar: '104170880',
	Romania: '106670623',
	'Saudi Arabia': '100459316',
	Serbia: '101855366',
	Singapore: '102454443',
	Slovakia: '103119917',
	'South Africa': '104035573',
	'South Korea': '105149562',
	Spain: '105646813',
	Sweden: '105117694',
	Switzerland: '106693272',
	Thailand: '105146118',
	Turkey: '102105699',
	Ukraine: '102264497',
	'United Arab Emirates': '104305776',
	'United Kingdom': '101165590',
	'United States': '103644278',
	Vietnam: '104195383',
};

/** The entries of a list of countries. */
export const countryOptions: INodePropertyOptions[] = Object.entries(COUNTRIES).map(
	([name, value]) => ({ name, value }),
);

const BY_NAME = new Map(
	Object.entries(COUNTRIES).map(([name, number]) => [name.toLowerCase(), number]),
);

/** geoUrn=["103644278"] of a people search, geoId=103644278 of others, encoded or not. */
const IN_ADDRESS = /[?&](?:geoUrn|geoId|facetGeoUrn|facetGeoRegion)=([^&#\s]+)/gi;

const NUMBER = /^(?:urn:li:(?:fsd?_)?geo:)?(\d{1,19})$/i;

function placesIn(address: string): string[] {
	return [...address.matchAll(IN_ADDRESS)].flatMap(
		([, filter]) => (decodeFully(filter) ?? filter).match(/\d{4,12}/g) ?? [],
	);
}

/**
 * LinkedIn's numbers of the places in a text: numbers, URNs and countries' names, separated by commas or
 * line breaks, and addresses of LinkedIn searches with a location in them.
 *
 * @throws Error whose message is what an operator reads about the first that is no place
 */
export function readPlaces(text: string): string[] {
	const places = new Set<string>();
	const rest = text.replace(/\S+/g, (word) => {
		const found = /linkedin\./i.test(word) ? placesIn(word) : [];
		for (const place of found) places.add(place);
		return found.length > 0 ? ',' : word;
	});
	for (const part of rest.split(/[,;\n]/).map((word) => word.trim())) {
		if (part === '') continue;
		const place = NUMBER.exec(part)?.[1] ?? BY_NAME.get(part.toLowerCase());
		if (place === undefined) {
			throw new Error(
				`LinkedIn has no place by the number or name "${part.slice(0, 60)}". Search people on LinkedIn with the filter Locations set, and paste the address of that search.`,
			);
		}
		places.add(place);
	}
	return [...places];
}

import { Failure, passOn } from '../../shared/failures/failure';
import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { Company } from '../../shared/linkedin';
import { companySlug, readCompany } from '../../shared/linkedin';
import { named } from '../../shared/fields/named';
import { field } from '../../shared/fields/part';
import type { OutXApi } from '../api';
import { textField } from '../../shared/fields/describe';
import { failedCompanyRules } from '../failures';
import { lookUp } from '../tasks/settle';
import type { WaitChoice } from '../tasks/waiting';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const companyPart = field(
	{
		...textField(
			'Company',
			'company',
			'Address of the company page on LinkedIn, or the last part of it',
			{ required: true, placeholder: 'e.g. https://www.linkedin.com/company/microsoft' },
		),
		name: 'company',
	},
	named('Company', readCompany),
);

const NOT_FOUND = {
	reason: 'notFound',
	outcome: 'notSent',
	what: 'OutX did not find this company on LinkedIn',
	next: "Open the company page in a browser and copy its address into 'Company'.",
} as const;

type LookedUp = Awaited<ReturnType<typeof lookUp>>;

/** Runs a task on a company page. Answers as `lookUp` does. */
export async function lookUpCompany(
	api: OutXApi,
	path: '/linkedin-agent/fetch-company' | '/linkedin-agent/fetch-company-posts',
	company: Company,
	choice: WaitChoice,
): Promise<LookedUp> {
	return await lookUp(
		api,
		path,
		{ company_slug: companySlug(company) },
		choice,
		failedCompanyRules,
	);
}

/** The company in a finished fetch-company task: nested or flat, as profiles are. Throws when it is empty. */
export function companyOf(output: JsonValue): JsonObject {
	const found = isObject(output) && isObject(output.company) ? output.company : output;
	if (isObject(found) && Object.keys(found).length > 0) return found as JsonObject;
	throw new Failure(NOT_FOUND);
}

/** Fields that may hold LinkedIn's number of a company. None is documented (outx.openapi.yaml, fetch-company). */
const ID_FIELDS = ['company_urn', 'entity_urn', 'urn', 'company_id', 'linkedin_id', 'company_url'];

function idOf(company: JsonObject): string | undefined {
	for (const field of ID_FIELDS) {
		try {
			const { id } = readCompany(company[field]);
			if (id !== undefined) return id;
		} catch {
			// Another field may be better.
		}
	}
	return undefined;
}

async function fetchCompanyId(api: OutXApi, slug: string, choice: WaitChoice): Promise<string> {
	const waiting: WaitChoice = { ...choice, waitForResult: true, onTimeout: 'fail' };
	const found = await lookUpCompany(api, '/linkedin-agent/fetch-company', { slug }, waiting);
	const id = 'output' in found ? idOf(companyOf(found.output)) : undefined;
	if (id !== undefined) return id;
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `OutX does not tell LinkedIn's number of the company "${slug.slice(0, 60)}", which the search needs`,
		next: "On the company page, click the number of its employees and use the address that opens, or use the filter 'Company' with the company's name.",
	});
}

/**
 * LinkedIn's number of a company that is known by its page: looked up with a fetch-company task, which is
 * waited for in any case.
 *
 * @throws Failure when OutX does not tell it
 */
export async function companyId(api: OutXApi, slug: string, choice: WaitChoice): Promise<string> {
	const asked = api.companyIds.get(slug) ?? fetchCompanyId(api, slug, choice);
	api.companyIds.set(slug, asked);
	try {
		return await asked;
	} catch (error) {
		api.companyIds.delete(slug);
		throw passOn(error);
	}
}

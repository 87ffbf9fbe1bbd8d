import { textField } from '../shared/fields/describe';
import { named } from '../shared/fields/named';
import { field } from '../shared/fields/part';
import type { Company } from '../shared/linkedin';
import { readCompany } from '../shared/linkedin';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const company = field(
	{
		...textField(
			'Company',
			'company',
			'Address of the company page on LinkedIn, or the last part of it. The number that Company > Search gives as ID will do as well.',
			{ required: true, placeholder: 'e.g. https://www.linkedin.com/company/microsoft' },
		),
		name: 'company',
	},
	named('Company', readCompany),
);

/** "Id from a search or the page URL": the number where it is known, else the last part of the address. */
export const companyIdOf = ({ id, slug }: Company): string => id ?? slug ?? '';

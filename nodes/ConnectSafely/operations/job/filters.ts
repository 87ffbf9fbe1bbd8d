import { z } from 'zod';

import { optionalId } from '../../../shared/fields/inputs';
import { choicePart, idPart, wordsPart } from '../../../shared/fields/kinds';
import { collectionPart, reading } from '../../../shared/fields/part';

/** The values of the three lists are not published: what is named here are the examples of the vendor's page. */
export const filters = collectionPart(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	choicePart(
		'Posted',
		'datePosted',
		"How long ago the job was posted. Not confirmed by ConnectSafely.ai's own pages.",
		[
			['anyTime', 'Any Time'],
			['past-24h', 'In the Last 24 Hours'],
			['past-week', 'In the Last Week'],
			['past-month', 'In the Last Month'],
		],
		'anyTime',
	),
	wordsPart(
		'Employment Types',
		'employmentType',
		"Such as full-time, several separated by commas. Not confirmed by ConnectSafely.ai's own pages: full-time is the one example.",
		{ placeholder: 'e.g. full-time' },
	),
	wordsPart(
		'Experience Levels',
		'experienceLevel',
		"How senior, several separated by commas. Not confirmed by ConnectSafely.ai's own pages: senior, director and executive are its examples.",
		{
			placeholder: 'e.g. senior, director, executive',
		},
	),
	reading(
		idPart(
			'Location ID',
			'geoId',
			"LinkedIn's number of a city, region or country, as Search Helper > Find Location IDs gives it",
			{ placeholder: 'e.g. 106967730' },
		),
		optionalId('Location ID').superRefine((id, context) => {
			if (id === undefined || /^\d+$/.test(id)) return;
			// A place by its name would be passed over, and the jobs of the whole world found.
			const message =
				"'Location ID' must be a number: Search Helper > Find Location IDs gives that of a place";
			context.addIssue({ code: z.ZodIssueCode.custom, message });
		}),
	),
	wordsPart(
		'Workplace Types',
		'workplaceType',
		"Where the work is done, several separated by commas. Not confirmed by ConnectSafely.ai's own pages: remote is the one example.",
		{
			placeholder: 'e.g. remote',
		},
	),
);

export type { Member } from './member';
export { memberKeys, mergeMembers, sameMember } from './member';
export { NotAMember } from './notAMember';
export { readMember } from './readMember';
export { personUrn, profileUrl, profileUrn } from './spell';

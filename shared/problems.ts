/** Every problem an operation may answer with: its HTTP status and the technical title. The screens have the words. */
export const problems = {
  'input.invalid': { status: 422, title: 'Some fields need correction' },
  'body.tooLarge': { status: 413, title: 'The body is larger than allowed' },
  'body.unreadable': { status: 400, title: 'The body could not be read' },
  'key.missing': { status: 400, title: 'An Idempotency-Key (UUIDv7) is required' },
  'key.reused': { status: 422, title: 'This Idempotency-Key belongs to another body' },
  'session.missing': { status: 401, title: 'Sign in first' },
  'session.expired': { status: 401, title: 'The access token has expired' },
  'session.stale': { status: 401, title: 'Rights have changed; refresh the session' },
  'session.ended': { status: 401, title: 'The session has ended; sign in again' },
  'account.unknown': { status: 404, title: 'No such account' },
  'membership.unknown': { status: 404, title: 'No such membership' },
  'wechat.codeInvalid': { status: 401, title: 'WeChat did not accept the code' },
  'wechat.unavailable': { status: 503, title: 'WeChat cannot be reached' },
  'code.wrong': { status: 422, title: 'This code is wrong, used or too old' },
  'invitation.ended': { status: 422, title: 'This invitation was used, has ended or is too old' },
  'invitation.wrong': { status: 422, title: 'The answer to the invitation is wrong' },
  'invitation.nothingToAsk': {
    status: 409,
    title: 'The roster has neither document nor telephone of this person',
  },
  'message.unavailable': { status: 503, title: 'Messages to telephones cannot be sent now' },
  'password.wrong': { status: 401, title: 'Login and password do not belong together' },
  'password.mustChange': { status: 403, title: 'Choose a password of your own first' },
  'password.none': { status: 409, title: 'This account has no password' },
  'staff.already': { status: 409, title: 'This person already serves in this role' },
  'staff.lastHead': { status: 409, title: 'The office keeps at least one head' },
  'staff.noPhone': { status: 409, title: 'This person has no telephone to sign in with' },
  'staff.keptElsewhere': { status: 409, title: 'This person also belongs to another community' },
  'staff.loginTaken': { status: 409, title: 'Another account signs in under this telephone' },
  'membership.movedOn': { status: 409, title: 'Somebody was faster; read it again' },
  'membership.ended': { status: 409, title: 'This membership has ended' },
  'invitation.invalid': { status: 409, title: 'This code does not work, or no longer' },
  'wechat.notSignedIn': { status: 409, title: 'Sign in by WeChat first' },
  'wechat.isStaff': { status: 409, title: 'This WeChat belongs to another member of staff' },
  notAllowed: { status: 403, title: 'Visible, but not allowed for this membership' },
  notFound: { status: 404, title: 'Not found' },
  methodNotAllowed: { status: 405, title: 'Method not allowed' },
  tooManyRequests: { status: 429, title: 'Too many requests' },
  destroyed: { status: 410, title: 'The record was destroyed' },
  'return.movedOn': { status: 409, title: 'Somebody was faster; this is what it is now' },
  'return.declaredElsewhere': { status: 409, title: 'This person has a declaration the office must look at' },
  'grid.overlap': { status: 409, title: 'Another grid of this level has these doors already' },
  'grid.movedOn': { status: 409, title: 'Somebody changed this grid meanwhile; this is how it is now' },
  'grid.notEmpty': { status: 409, title: 'Doors or grids still lie in this grid' },
  'absence.overlaps': { status: 409, title: 'This person is absent then already' },
  'roster.movedOn': { status: 409, title: 'Somebody changed this meanwhile; this is what it is now' },
  'resident.known': { status: 409, title: 'The roster has this document already' },
  'resident.openWork': { status: 409, title: 'A return or an observation of this person is open' },
  'resident.minor': { status: 409, title: 'Only an adult decides about this' },
  'return.incomplete': { status: 409, title: 'Person and journey have to be filled in first' },
  'return.unplaced': { status: 409, title: 'The address has to be placed first' },
  'return.tooManyChanges': { status: 409, title: 'Changed too often; the grid worker has to look at it' },
  'slot.movedOn': { status: 409, title: 'Somebody was faster; this is what it is now' },
  'slot.full': { status: 409, title: 'As many as this slot keeps are there already' },
  'request.movedOn': { status: 409, title: 'Somebody was faster; this is what it is now' },
  'request.full': { status: 409, title: 'As much as one request keeps is written down already' },
  'request.tooLate': { status: 409, title: 'It was closed too long ago to be opened again' },
  'request.nobodyReached': {
    status: 409,
    title: 'Nobody was reached: it is a note, and not looked into yet',
  },
  'observation.movedOn': { status: 409, title: 'Somebody was faster; this is what it is now' },
  'observation.full': { status: 409, title: 'As much as one observation keeps is written down already' },
  'observation.tooEarly': { status: 409, title: 'It is checked from its last day on' },
  'observation.tooManyTests': {
    status: 409,
    title: 'As many tests as one observation keeps are there already',
  },
  'observation.missedMore': { status: 409, title: 'More was missed than this check has seen' },
  'observation.blocked': { status: 409, title: 'Something is missing before the release' },
  'leaving.movedOn': { status: 409, title: 'Somebody was faster; this is what it is now' },
  'import.running': { status: 409, title: 'Another import of this community is running' },
  'import.unreadable': { status: 422, title: 'The workbook could not be read' },
  unavailable: { status: 503, title: 'The database is not ready; try again' },
  internal: { status: 500, title: 'Something failed on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What can be wrong with one field. `params` carries the limits, never what was typed. */
export const fieldCodes = [
  'required',
  'type',
  'format',
  'choice',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'tooSmall',
  'tooBig',
  'unknownField',
  'name.characters',
  'name.mismatch',
  'document.format',
  'document.date',
  'document.check',
  'document.twice',
  'document.rounded',
  'birth.impossible',
  'birth.inDocument',
  'phone.format',
  'phone.otherName',
  'password.wrong',
  'password.own',
  'password.simple',
  'password.same',
  'grid.unknown',
  'grid.none',
  'room.missing',
  'building.unknown',
  'person.twoDwellings',
  'value.masked',
  'time.tooEarly',
  'time.tooLate',
  'time.order',
  'dwelling.unknown',
  'grid.overlap',
  'grid.level',
  'person.unknown',
  'absence.tooLong',
  'community.unknown',
  'household.unknown',
  'division.unknown',
  'country.unknown',
  'reading.confirmRange',
  'reading.confirmOld',
  'reading.unknown',
  'reading.filledBy',
  'reading.tooMany',
  'slot.twice',
  'slot.unseen',
  'window.order',
  'window.overlap',
  'window.tooShort',
  'day.early',
  'day.late',
  'release.periodNotOver',
  'release.late',
  'release.away',
  'release.testMissing',
  'release.testPositive',
  'release.feverOpen',
  'release.casePositive',
  'release.notChecked',
  'release.notApproved',
] as const;

export type FieldCode = (typeof fieldCodes)[number];

export type Params = Record<string, string | number | boolean | null>;

export interface FieldError {
  /** Dotted path in the body or query: `people.0.document.number`. */
  path: string;
  code: FieldCode;
  params?: Params;
}

/** The body of every refusal (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  params: Params;
  errors: FieldError[];
  requestId: string;
}

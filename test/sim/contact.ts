/** A security contact, as `account:PutAlternateContact` takes one. */
export const securityContact = {
  AlternateContactType: 'SECURITY',
  Name: 'Mary Major',
  Title: 'Head of Security',
  EmailAddress: 'security@example.com',
  PhoneNumber: '+1 (555) 555-0100',
} as const

/** A primary contact, as `account:PutContactInformation` takes one. */
export const primaryContact = {
  FullName: 'Mary Major',
  CompanyName: 'Example Corp.',
  AddressLine1: '123 Any Street',
  City: 'Seattle',
  StateOrRegion: 'WA',
  PostalCode: '98101',
  CountryCode: 'US',
  PhoneNumber: '+15555550100',
  WebsiteUrl: 'https://www.example.com',
}

/** What Account says to an account id or a contact type that is not the caller's to name. */
export const notAuthorized = {
  code: 'AccessDeniedException',
  status: 403,
  message: 'You are not authorized to perform this action.',
}

/** What Account says of a contact that was not put. */
export const noContact = {
  code: 'ResourceNotFoundException',
  status: 404,
  message: 'No contact of the inputted alternate contact type found.',
}

/** Account's refusal of input that is not within the limits. */
export const invalid = (problems: string) => ({
  code: 'ValidationException',
  status: 400,
  message: `1 validation error detected: ${problems}`,
})

const telephoneForms = [
  /^(\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}$/,
  /^(010|02\d|0[3-9]\d{2})-?[1-9]\d{6,7}([-转]\d{1,5})?$/,
  /^[48]00-?\d{3}-?\d{4}$/,
  /^(9\d{4,5}|12\d{3})$/,
];

/**
 * Whether a text can be a telephone number of mainland China: a mobile, a landline with its area code and perhaps an
 * extension (`0731-88880000-123`), a 400 or 800 number, or a service line such as 96871. Spaces are free.
 */
export function isTelephone(candidate: string): boolean {
  const plain = candidate.replaceAll(' ', '');
  return telephoneForms.some((form) => form.test(plain));
}

/** Whether a text can be an e-mail address: one at sign, a name before it and a domain with a dot behind it. */
export function isEmail(candidate: string): boolean {
  return candidate.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(candidate.trim());
}

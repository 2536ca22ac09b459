/** Korean texts that need no Hangul: names, and words that are written in Latin letters in Korean as well. */
export const allowedKorean = new Set(['Tandem', 'CSR', 'URL', 'API', 'English', 'OK']);

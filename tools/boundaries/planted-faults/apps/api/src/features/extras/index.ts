// breaks: every-feature-has-a-tier
export const extras = 'a folder that is no tier';

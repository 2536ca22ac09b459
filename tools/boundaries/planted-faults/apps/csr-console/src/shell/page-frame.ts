export const pageFrame = 'the frame around a page';

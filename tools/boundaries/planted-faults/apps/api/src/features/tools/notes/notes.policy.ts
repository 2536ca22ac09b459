// breaks: policies-are-pure
import { v4 } from 'graphql';

export const maySee = () => v4;

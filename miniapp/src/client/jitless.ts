import * as z from 'zod';

// WeChat has no `new Function`: must run before the first schema is made.
z.config({ jitless: true });

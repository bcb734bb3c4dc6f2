import { preview } from 'astro';

// Astro may otherwise leave the server in the background and end the command.
process.env.ASTRO_PREVIEW_BACKGROUND = '0';
const server = await preview({ server: { port: Number(process.env.PORT ?? 4321) } });
console.log(
  `The 52x Field Guide is at http://${server.host ?? 'localhost'}:${String(server.port)}${process.env.BASE_PATH ?? '/'}  (Ctrl-C ends it)`,
);
await server.closed();

/** After all tests: the run's mongod stops, and its folder goes with it. */
export default async function stopTestMongod(): Promise<void> {
  await globalThis.testMongod?.stop();
}

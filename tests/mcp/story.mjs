// The official TypeScript client works with the server as an agent would, against the real sta:
//   story.mjs SLACKLINE SETUP STATE stdio|http legacy|modern COMMAND
// Opens the design, streams a command's paths to the last page, sums up, refines, draws, cancels another stream, and after the server was
// ended and started again goes on from an old cursor. Prints what it did; fails with what was not as it should be.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const [slackline, setup, state, kind, era, command] = process.argv.slice(2);
let running;
process.on('exit', () => running?.kill('SIGTERM'));
process.on('uncaughtException', error => {
  console.error(error);
  process.exit(1);
});
const options = ['--setup-dir', dirname(setup), '--state-dir', state];

async function start() {
  if (kind === 'stdio') {
    return { transport: new StdioClientTransport({ command: slackline, args: ['mcp', ...options], stderr: 'inherit', env: process.env }), stop: async () => {} };
  }
  const server = spawn(slackline, ['serve', '--port', '0', ...options], { stdio: ['ignore', 'inherit', 'pipe'] });
  running = server;
  const address = await new Promise((resolve, reject) => {
    let text = '';
    server.stderr.on('data', data => {
      text += data;
      const found = /serves at (\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    server.on('exit', code => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
  const stop = () => new Promise(resolve => {
    server.removeAllListeners('exit').on('exit', resolve);
    server.kill('SIGTERM');
  });
  return { transport: new StreamableHTTPClientTransport(new URL(address)), stop };
}

async function connect() {
  const { transport, stop } = await start();
  const client = new Client({ name: 'story', version: '1.0.0' }, era === 'modern' ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {});
  await client.connect(transport);
  await client.listTools();
  const call = async (name, args, more) => {
    const result = await client.callTool({ name, arguments: args }, { timeout: 600_000, ...more });
    if (result.isError) throw new Error(`${name}: ${result.content[0].text}`);
    assert.equal(result.structuredContent, undefined, 'an answer is sent once');
    return JSON.parse(result.content[0].text);
  };
  return { client, call, close: async () => { await client.close(); await stop(); } };
}

let { client, call, close } = await connect();
console.log(`connected over ${kind}, protocol ${client.getNegotiatedProtocolVersion()}`);

// Open: with progress.
const progress = [];
const session = (await call('open_session', { setup }, { onprogress: value => progress.push(value) })).session;
assert.equal((await call('list_sessions', {})).sessions.length, 1);

// Stream to the last page: no path is missing, none comes twice.
const started = performance.now();
const seen = [];
let page = await call('stream_timing_analysis', { session, command, page_size: 500, max_tokens: 100_000, wait_seconds: 300 }, { onprogress: value => progress.push(value) });
const stream = page.stream;
let middle;
let pages = 0;
let bytes = 0;
while (true) {
  pages++;
  bytes += JSON.stringify(page).length;
  assert.equal(page.first, seen.length);
  const slack = page.columns.indexOf('slack');
  seen.push(...page.rows.map(row => (slack < 0 ? page.same.slack : row[slack])));
  if (page.nextCursor === undefined) break;
  if (pages === 1) middle = page.nextCursor;
  page = await call('next_page', { cursor: page.nextCursor, page_size: 10_000, max_tokens: 100_000, wait_seconds: 300 });
}
assert.equal(page.state, 'complete');
assert.equal(page.totals.matched, seen.length);
console.log(`${seen.length} paths in ${pages} pages, ${(bytes / seen.length).toFixed(1)} bytes a path, ${((performance.now() - started) / 1000).toFixed(1)} s; ${progress.length} progress notifications`);
const status = await call('stream_status', { stream });
console.log(`the tool printed ${status.outputBytes} bytes: ${(status.outputBytes / bytes).toFixed(1)} times as many`);

// Summary, histogram, refinement: they agree with the pages.
const violating = seen.filter(slack => slack < 0).length;
const summary = await call('timing_summary', { stream, max_groups: 1000 });
assert.equal(summary.paths, seen.length);
const paths = summary.columns.indexOf('paths');
assert.equal(summary.rows.reduce((sum, row) => sum + row[paths], 0), seen.length);
const histogram = await call('timing_histogram', { stream, picture: true });
assert.equal(histogram.violating, violating);
assert.equal(histogram.bins.reduce((sum, bin) => sum + bin[2], 0) + histogram.withoutSlack, seen.length);
const refined = await call('refine_stream', { stream, filters: { where: 'violated' }, wait_seconds: 60, page_size: 10_000 });
let refinedStatus = await call('stream_status', { stream: refined.stream });
while (refinedStatus.state === 'running') refinedStatus = await call('stream_status', { stream: refined.stream });
assert.equal(refinedStatus.totals.matched, violating);

// Compared is what was filtered alike; a filtered stream with an unfiltered one is refused.
await assert.rejects(call('compare_streams', { before: stream, after: refined.stream }), /filtered differently/);
const again = await call('refine_stream', { stream, filters: { where: 'violated' }, wait_seconds: 60, page_size: 1 });
const comparison = await call('compare_streams', { before: refined.stream, after: again.stream });
assert.equal(comparison.new.count + comparison.fixed.count + comparison.worse.count + comparison.better.count, 0);
assert.equal(comparison.before.wns, comparison.after.wns);
console.log(`${violating} violate; refined to as many`);

// One path, and a way back to its cone.
const { paths: [worst] } = await call('explain_path', { stream: refined.stream, paths: [0] });
assert.ok(worst.stages.length > 0 && worst.lookAt.length > 0);
const points = await call('next_page', { cursor: refinedStatus.firstCursor, detail: 'points', page_size: 1 });
const last = points.rows[0].at(-1).at(-1)[0];
assert.ok((await call('fan_in', { session, pin: last })).total > 0);
assert.ok((await call('run_report', { session, command: 'report_clock_properties' })).parts[0].value.clocks.length > 0);

// Cancel: by the tool, and by giving a call up.
const other = await call('stream_timing_analysis', { session, command, wait_seconds: 0, page_size: 1 });
assert.notEqual((await call('cancel_stream', { stream: other.stream })).state, 'running');
const giveUp = new AbortController();
const given = client.callTool({ name: 'stream_timing_analysis', arguments: { session, command: `${command} -digits 4`, filters: { where: 'depth > 100000' }, wait_seconds: 300 } }, { signal: giveUp.signal });
setTimeout(() => giveUp.abort('enough'), 50);
await assert.rejects(given);
assert.equal((await call('list_sessions', {})).sessions[0].session, session);

// Resources and prompts.
assert.ok((await client.readResource({ uri: `slackline://streams/${stream}/paths/0` })).contents[0].text.includes('Path'));
assert.ok((await client.complete({ ref: { type: 'ref/resource', uri: 'slackline://streams/{id}' }, argument: { name: 'id', value: stream.slice(0, 4) } })).completion.values.includes(stream));
assert.ok((await client.getPrompt({ name: 'close_timing', arguments: {} })).messages.length > 0);

// Errors say what to do.
await assert.rejects(call('next_page', { cursor: 'made-up' }), /no cursor of this server/);
await assert.rejects(call('stream_timing_analysis', { session, command: 'report_nonsense' }), /refused the command/);

// The server ends and starts again: the old cursor goes on where it was.
const before = await call('next_page', { cursor: middle, page_size: 7 });
await close();
({ client, call, close } = await connect());
const after = await call('next_page', { cursor: middle, page_size: 7 });
assert.deepEqual(after.rows, before.rows);
assert.equal(after.first, before.first);
assert.ok((await call('list_streams', {})).streams.some(found => found.stream === stream && found.state === 'complete' && found.matched > 0));
await assert.rejects(call('stream_timing_analysis', { session, command }), /no session/);
await close();
console.log('an old cursor goes on after a restart');

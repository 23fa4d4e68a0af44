import { createServer } from 'node:http'

/** A `node:http` server that reads a request and answers always the same: what any server of Node's costs at least. */
process.once('message', ({ headers, body }) => {
  const bytes = Buffer.from(body)
  const server = createServer((incoming, outgoing) => {
    incoming.resume()
    incoming.on('end', () => {
      outgoing.writeHead(200, { ...headers, 'content-length': bytes.length })
      outgoing.end(bytes)
    })
  })
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
})
process.once('disconnect', () => process.exit())

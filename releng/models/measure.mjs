// SPDX-License-Identifier: EPL-2.0
// Measures how long three.js and Babylon.js take from a GLB to the first picture of it, in Chromium without a window:
// node measure.mjs CHROMIUM GLB RUNS WIDTHxHEIGHT. Prints one line of JSON.
import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const [chromium, glb, runs, size] = process.argv.slice(2)
const home = dirname(fileURLToPath(import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.glb': 'model/gltf-binary' }
const patience = 180_000

function file(path) {
    if (path === '/model.glb') return glb
    const inside = normalize(path)
    return inside.endsWith('.html') ? join(home, inside) : join(home, 'node_modules', inside)
}

function serve(told) {
    return createServer((request, response) => {
        const path = new URL(request.url, 'http://localhost').pathname
        if (request.method === 'POST') {
            let body = ''
            request.on('data', (part) => (body += part))
            request.on('end', () => {
                response.end()
                told(JSON.parse(body))
            })
            return
        }
        try {
            const found = file(path)
            // May be kept: what is measured is warm.
            response.writeHead(200, {
                'Content-Type': types[extname(found)] ?? 'application/octet-stream',
                'Content-Length': statSync(found).size,
                'Cache-Control': 'max-age=3600'
            })
            createReadStream(found).pipe(response)
        } catch {
            response.writeHead(404).end()
        }
    })
}

async function measure(renderer) {
    const profile = mkdtempSync(join(tmpdir(), 'scenewright-chromium-'))
    let browser
    const server = serve((result) => settle(result))
    let settle
    try {
        return await new Promise((resolve, reject) => {
            settle = resolve
            server.listen(0, '127.0.0.1', () => {
                const url = `http://127.0.0.1:${server.address().port}/${renderer}.html?runs=${runs}&size=${size}`
                browser = spawn(chromium, [
                    '--headless=new', '--no-sandbox', '--no-first-run', '--disable-extensions', '--mute-audio',
                    '--disable-gpu-sandbox', '--ignore-gpu-blocklist', '--enable-gpu', '--use-gl=angle', '--use-angle=gl',
                    `--user-data-dir=${profile}`, url
                ], { stdio: ['ignore', 'ignore', process.env.LOUD ? 'inherit' : 'ignore'] })
                browser.on('error', reject)
                browser.on('exit', () => reject(new Error(`${renderer}: Chromium ended`)))
                setTimeout(() => reject(new Error(`${renderer}: nothing after ${patience / 1000} s`)), patience).unref()
            })
        })
    } finally {
        server.closeAllConnections()
        server.close()
        if (browser && browser.exitCode === null) {
            const ended = new Promise((resolve) => browser.once('exit', resolve))
            browser.kill()
            await ended
        }
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
}

const version = (name) => JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'))).version
const three = await measure('three')
const babylon = await measure('babylon')
for (const result of [three, babylon]) if (result.error) throw new Error(result.error)
console.log(JSON.stringify({
    threeMs: three.ms, babylonMs: babylon.ms, threeVersion: version('three'), babylonVersion: version('babylonjs'),
    glRenderer: three.glRenderer
}))

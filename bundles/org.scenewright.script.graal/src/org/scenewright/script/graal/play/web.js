// SPDX-License-Identifier: EPL-2.0
// fetch and WebSocket by calls of the host: Fetch.fetch; WebSocket.open, send, close, and receive, which is answered with the next
// { type: 'message', data } or with { type: 'close', code, reason }.
(function (call) {
    'use strict';

    const { parse } = JSON;

    const headersOf = (pairs) => {
        const all = new Map(Object.entries(pairs ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
        const headers = {
            get: (name) => all.get(String(name).toLowerCase()) ?? null,
            has: (name) => all.has(String(name).toLowerCase()),
            forEach: (each, self) => all.forEach((value, name) => each.call(self, value, name, headers)),
            entries: () => all.entries(),
            [Symbol.iterator]: () => all.entries()
        };
        return headers;
    };

    globalThis.fetch = async (url, init) => {
        const answer = await call('Fetch', 'fetch', { ...init, url: String(url?.url ?? url) });
        const status = answer.status ?? 200;
        return {
            ok: status >= 200 && status < 300,
            status,
            statusText: answer.statusText ?? '',
            url: answer.url ?? String(url),
            redirected: answer.redirected ?? false,
            type: 'basic',
            headers: headersOf(answer.headers),
            text: async () => answer.body ?? '',
            json: async () => parse(answer.body ?? '')
        };
    };

    let sockets = 0;

    class WebSocket {
        static CONNECTING = 0;
        static OPEN = 1;
        static CLOSING = 2;
        static CLOSED = 3;
        CONNECTING = 0;
        OPEN = 1;
        CLOSING = 2;
        CLOSED = 3;
        #id = ++sockets;
        #listeners = new Map();
        url;
        readyState = 0;
        protocol = '';
        extensions = '';
        bufferedAmount = 0;
        onopen = null;
        onmessage = null;
        onerror = null;
        onclose = null;

        constructor(url, protocols = []) {
            this.url = String(url);
            this.#live([].concat(protocols).map(String));
        }

        async #live(protocols) {
            try {
                const opened = await call('WebSocket', 'open', { id: this.#id, url: this.url, protocols });
                this.protocol = opened?.protocol ?? '';
                this.readyState = 1;
                this.#tell('open', {});
                await this.#listen();
            } catch (error) {
                this.#tell('error', { message: error.message });
                this.#over(1006, error.message, false);
            }
        }

        async #listen() {
            for (;;) {
                const event = await call('WebSocket', 'receive', { id: this.#id });
                if (event.type !== 'message') {
                    this.#over(event.code ?? 1000, event.reason ?? '', true);
                    return;
                }
                this.#tell('message', { data: event.data });
            }
        }

        #over(code, reason, wasClean) {
            this.readyState = 3;
            this.#tell('close', { code, reason, wasClean });
        }

        #tell(type, fields) {
            const event = { type, target: this, ...fields };
            for (const hear of [this[`on${type}`], ...(this.#listeners.get(type) ?? [])]) {
                try {
                    if (typeof hear === 'function') hear.call(this, event);
                } catch (error) {
                    console.error(error);
                }
            }
        }

        addEventListener(type, hear) {
            this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), hear]);
        }

        removeEventListener(type, hear) {
            this.#listeners.set(type, (this.#listeners.get(type) ?? []).filter((other) => other !== hear));
        }

        send(data) {
            if (this.readyState !== 1) throw new Error('The WebSocket is not open');
            const content = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
            call('WebSocket', 'send', { id: this.#id, data: content }).catch((error) => console.error(error));
        }

        close(code = 1000, reason = '') {
            if (this.readyState >= 2) return;
            this.readyState = 2;
            call('WebSocket', 'close', { id: this.#id, code, reason }).catch((error) => console.error(error));
        }
    }

    globalThis.WebSocket = WebSocket;
})

// SPDX-License-Identifier: EPL-2.0
// A participant made of the official packages: node client.cjs ADDRESS-OF-ROOM WORD
// It joins, says WORD to everybody it meets, tells in lines of JSON what it hears, and leaves when it hears "bye".
const { Authenticator } = require('@dcl/crypto')
const { createUnsafeIdentity } = require('@dcl/crypto/dist/crypto')
const { WsPacket } = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc5/ws_comms.gen')
const { WebSocket } = require('ws')

const [address, word] = process.argv.slice(2)
const owner = createUnsafeIdentity()
const ephemeral = createUnsafeIdentity()
const peers = new Map()
const socket = new WebSocket(address, 'rfc5')

const tell = (line) => process.stdout.write(JSON.stringify(line) + '\n')
const send = ($case, message) => socket.send(WsPacket.encode({ message: { $case, [$case]: message } }).finish())
const say = (text) => send('peerUpdateMessage', { fromAlias: 0, body: Buffer.from(text), unreliable: false })

socket.on('open', () => send('peerIdentification', { address: owner.address }))
socket.on('error', (error) => tell({ error: error.message }))
socket.on('close', () => tell({ closed: true }))
socket.on('message', (bytes) => {
  const { message } = WsPacket.decode(new Uint8Array(bytes))
  switch (message.$case) {
    case 'challengeMessage': {
      const chain = Authenticator.createAuthChain(owner, ephemeral, 10, message.challengeMessage.challengeToSign)
      return send('signedChallengeForServer', { authChainJson: JSON.stringify(chain) })
    }
    case 'welcomeMessage': {
      const { alias, peerIdentities } = message.welcomeMessage
      Object.entries(peerIdentities).forEach(([peer, who]) => peers.set(Number(peer), who))
      tell({ welcome: alias, me: owner.address.toLowerCase(), peers: [...peers.values()] })
      return say(word)
    }
    case 'peerJoinMessage': {
      const { alias, address: who } = message.peerJoinMessage
      peers.set(alias, who)
      tell({ joined: who })
      return say(word)
    }
    case 'peerLeaveMessage':
      return tell({ left: peers.get(message.peerLeaveMessage.alias) })
    case 'peerUpdateMessage': {
      const { fromAlias, body, unreliable } = message.peerUpdateMessage
      const text = Buffer.from(body).toString()
      tell({ from: peers.get(fromAlias), text, unreliable })
      return text === 'bye' && socket.close()
    }
    case 'peerKicked':
      return tell({ kicked: message.peerKicked.reason })
  }
})

// SPDX-License-Identifier: EPL-2.0
// Who plays puts themselves on a board that all who play keep in step.
import { engine, PlayerIdentityData, TextShape } from '@dcl/sdk/ecs'
import { isStateSyncronized, syncEntity } from '@dcl/sdk/network'

export function main() {
    const board = engine.getEntityOrNullByName('board')
    if (board === null) throw new Error('There is no board')
    syncEntity(board, [TextShape.componentId], 1)
    engine.addSystem(() => {
        if (!isStateSyncronized()) return
        const me = PlayerIdentityData.get(engine.PlayerEntity).address
        const names = TextShape.get(board).text.split(' ').filter((name) => name !== '')
        if (!names.includes(me)) TextShape.getMutable(board).text = [...names, me].sort().join(' ')
    })
}

// SPDX-License-Identifier: EPL-2.0
// A user interface that is drawn anew in every frame, in a project without a composite.
import { engine, executeTask } from '@dcl/sdk/ecs'
import { Color4 } from '@dcl/sdk/math'
import ReactEcs, { Button, Dropdown, Input, Label, ReactEcsRenderer, UiEntity } from '@dcl/sdk/react-ecs'
import { openExternalUrl } from '~system/RestrictedActions'
import { getRealm, getWorldTime } from '~system/Runtime'

let ticks = 0
let waited = 0
let clicks = 0
let realm = ''
let name = ''
let weather = 0
let isOver = false

const Row = (props: { index: number; key: number }) => (
    <UiEntity uiTransform={{ width: '100%', height: 20 + props.index, margin: { top: 2 } }} uiBackground={{ color: Color4.create(0, props.index / 10, 0, 1) }}>
        <Label value={`row ${props.index} of tick ${ticks}`} fontSize={12} />
    </UiEntity>
)

const Panel = () => (
    <UiEntity uiTransform={{ width: 400, height: '50%', flexDirection: 'column', positionType: 'absolute', position: { right: 0 } }}>
        <Button value={`clicked ${clicks}`} variant="primary" onMouseDown={() => clicks++} />
        <Input placeholder="Your name" fontSize={14} onSubmit={(value) => (name = value)} uiTransform={{ width: '100%', height: 30 }} />
        <Dropdown options={['calm', 'rain', 'storm']} onChange={(index) => (weather = index)} uiTransform={{ width: '100%', height: 30 }} />
        <UiEntity
            uiTransform={{ width: '100%', height: 24 }}
            uiBackground={{ color: isOver ? Color4.Yellow() : Color4.Gray() }}
            uiText={{ value: `${name} in weather ${weather}`, fontSize: 14 }}
            onMouseEnter={() => (isOver = true)}
            onMouseLeave={() => (isOver = false)}
        />
        {[...Array(ticks % 9).keys()].map((index) => (
            <Row key={index} index={index} />
        ))}
        <Label value={`waited ${waited} in ${realm}`} />
    </UiEntity>
)

export function main() {
    ReactEcsRenderer.setUiRenderer(Panel)
    engine.addSystem(() => {
        ticks++
    })
    executeTask(async () => {
        const { realmInfo } = await getRealm({})
        realm = realmInfo?.realmName ?? ''
    })
    executeTask(async () => {
        const { seconds } = await getWorldTime({})
        realm += ` at ${seconds}`
        await openExternalUrl({ url: 'nowhere' }).catch((error) => (realm += ` ${error.message}`))
    })
    executeTask(async () => {
        for (let i = 0; i < 5; i++) {
            await Promise.resolve()
            waited++
        }
    })
}

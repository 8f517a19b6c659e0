// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import ReactEcs, { Label, UiEntity } from '@dcl/sdk/react-ecs'

export const Panel = engine.defineComponent('panel::Panel', { title: Schemas.String, size: Schemas.Array(Schemas.Int) }, { title: 'Points' })

export const view = () => (
    <UiEntity uiTransform={{ width: 100, height: 40 }}>
        <Label value={`<${Panel.componentName}>`} />
    </UiEntity>
)

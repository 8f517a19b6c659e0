// SPDX-License-Identifier: EPL-2.0
// Asks the renderer what its rays meet, who is in an area and how its models are.
import {
    ColliderLayer,
    engine,
    Entity,
    GltfContainer,
    GltfContainerLoadingState,
    LoadingState,
    MeshCollider,
    raycastSystem,
    RaycastQueryType,
    Transform,
    triggerAreaEventsSystem,
    TriggerArea
} from '@dcl/sdk/ecs'
import { Quaternion, Vector3 } from '@dcl/sdk/math'

function wall(z: number, layers: ColliderLayer): Entity {
    const entity = engine.addEntity()
    Transform.create(entity, { position: Vector3.create(8, 1, z) })
    MeshCollider.setBox(entity, layers)
    return entity
}

function says(what: string, lengths: number[]) {
    console.log(`${what}: ${lengths.map((length) => length.toFixed(2)).join(' ')}`)
}

export function main() {
    wall(6, ColliderLayer.CL_PHYSICS)
    wall(9, ColliderLayer.CL_PHYSICS | ColliderLayer.CL_POINTER)
    const custom = wall(12, ColliderLayer.CL_CUSTOM1)

    const eye = engine.addEntity()
    Transform.create(eye, { position: Vector3.create(8, 1, 0) })
    raycastSystem.registerLocalDirectionRaycast(
        { entity: eye, opts: { direction: Vector3.Forward() } },
        (result) => says('first', result.hits.map((hit) => hit.length))
    )

    const turned = engine.addEntity()
    Transform.create(turned, { position: Vector3.create(8, 1, 15), rotation: Quaternion.fromEulerDegrees(0, 180, 0) })
    raycastSystem.registerLocalDirectionRaycast(
        { entity: turned, opts: { direction: Vector3.Forward(), queryType: RaycastQueryType.RQT_QUERY_ALL } },
        (result) => says('all', result.hits.map((hit) => hit.length))
    )

    const seeker = engine.addEntity()
    Transform.create(seeker, { position: Vector3.create(0, 1, 12) })
    raycastSystem.registerTargetEntityRaycast(
        { entity: seeker, opts: { targetEntity: custom, collisionMask: ColliderLayer.CL_CUSTOM1 } },
        (result) => says('target', result.hits.map((hit) => (hit.entityId === custom ? hit.length : -1)))
    )

    const blind = engine.addEntity()
    Transform.create(blind, { position: Vector3.create(0, 1, 0) })
    raycastSystem.registerGlobalDirectionRaycast(
        { entity: blind, opts: { direction: Vector3.Up() } },
        (result) => says('nothing', result.hits.map((hit) => hit.length))
    )

    const area = engine.addEntity()
    Transform.create(area, { position: Vector3.create(0, 1, 0), scale: Vector3.create(2, 2, 2) })
    TriggerArea.setBox(area)
    triggerAreaEventsSystem.onTriggerEnter(area, (result) => console.log(`entered by ${result.trigger?.entity}`))

    const model = engine.addEntity()
    GltfContainer.create(model, { src: 'models/missing.glb' })
    let known = LoadingState.UNKNOWN
    engine.addSystem(() => {
        const state = GltfContainerLoadingState.getOrNull(model)?.currentState ?? LoadingState.UNKNOWN
        if (state !== known) console.log(`model ${state}`)
        known = state
    })
}

import {
  EasingFunction,
  engine,
  Entity,
  InputAction,
  Material,
  MeshCollider,
  MeshRenderer,
  pointerEventsSystem,
  raycastSystem,
  Schemas,
  Transform,
  Tween
} from '@dcl/sdk/ecs'
import { Color4, Quaternion, Vector3 } from '@dcl/sdk/math'

const Speed = engine.defineComponent('played::Speed', { degrees: Schemas.Float, axis: Schemas.Vector3 })

function box(x: number): Entity {
  const entity = engine.addEntity()
  Transform.create(entity, { position: Vector3.create(x, 1, 2), scale: Vector3.create(0.5, 0.5, 0.5) })
  MeshRenderer.setBox(entity)
  MeshCollider.setBox(entity)
  Material.setPbrMaterial(entity, { albedoColor: Color4.create(0.25 * x, 0.5, 1, 1), roughness: 0.75 })
  return entity
}

let frame = 0

/** Throws once. */
function stumble() {
  if (frame === 6) throw new RangeError(`Frame ${frame} is one too many`)
}

export function main() {
  const spinner = engine.getEntityOrNullByName('spinner')
  console.log('The spinner is', spinner)
  if (spinner !== null) Speed.create(spinner, { degrees: 90, axis: Vector3.Up() })

  const door = box(1)
  pointerEventsSystem.onPointerDown(
    { entity: door, opts: { button: InputAction.IA_POINTER, hoverText: 'Open' } },
    () => {
      console.log('clicked', Transform.get(door).position)
      Transform.getMutable(door).rotation = Quaternion.fromEulerDegrees(0, 90, 0)
    }
  )
  const lift = box(2)
  Tween.setMove(lift, Vector3.create(2, 1, 2), Vector3.create(2, 4, 2), 2000, EasingFunction.EF_EASEOUTSINE)
  raycastSystem.registerGlobalDirectionRaycast(
    { entity: lift, opts: { direction: Vector3.Down(), maxDistance: 16 } },
    (result) => console.log('hits', result.hits.length)
  )
  for (let i = 0; i < 20; i++) Speed.create(box(i), { degrees: i, axis: Vector3.create(0, 1, i / 10) })
  engine.addSystem((seconds: number) => {
    for (const [entity, speed] of engine.getEntitiesWith(Speed, Transform)) {
      const { rotation } = Transform.get(entity)
      const turn = Quaternion.fromAngleAxis(speed.degrees * seconds, speed.axis)
      Transform.getMutable(entity).rotation = Quaternion.multiply(rotation, turn)
    }
  })
  engine.addSystem(() => {
    frame++
    if (frame === 4) engine.removeEntity(lift)
    stumble()
  })
}

// SPDX-License-Identifier: EPL-2.0
import {
  Animator,
  EasingFunction,
  engine,
  Entity,
  InputAction,
  inputSystem,
  LightSource,
  MeshCollider,
  pointerEventsSystem,
  PointerEventType,
  raycastSystem,
  Schemas,
  TextShape,
  Transform,
  Tween,
  TweenLoop,
  TweenSequence
} from '@dcl/sdk/ecs'
import { Quaternion, Vector3 } from '@dcl/sdk/math'
import { EntityNames } from '../assets/scene/entity-names'

enum Mode {
  DRIFT = 'drift',
  ANCHORED = 'anchored',
  TOW = 'tow'
}

export const Velocity = engine.defineComponent('sample::Velocity', {
  velocity: Schemas.Vector3,
  damping: Schemas.Float,
  mode: Schemas.EnumString<Mode>(Mode, Mode.DRIFT),
  around: Schemas.Array(Schemas.Entity),
  tint: Schemas.Color3,
  note: Schemas.Optional(Schemas.String)
})

/** Whatever drifts rises and falls with the waves. */
function drift(time: { passed: number }) {
  return (dt: number) => {
    time.passed += dt
    for (const [entity, { velocity, damping, mode }] of engine.getEntitiesWith(Velocity, Transform)) {
      if (mode !== Mode.DRIFT) continue
      const swing = Math.cos(time.passed * Math.PI) * dt * damping
      const transform = Transform.getMutable(entity)
      transform.position = Vector3.add(transform.position, Vector3.scale(velocity, swing))
    }
  }
}

/** Does something with an entity, unless somebody has taken it out of the scene. */
function on(name: EntityNames, task: (entity: Entity) => void) {
  const entity = engine.getEntityOrNullByName(name)
  if (entity !== null) task(entity)
}

/** Calls back for each click; what is shown over the entity then, the scene file says. */
function onClick(entity: Entity, task: () => void) {
  engine.addSystem(() => {
    if (inputSystem.isTriggered(InputAction.IA_POINTER, PointerEventType.PET_DOWN, entity)) task()
  })
}

/** The beam goes round with the lamp, until a click on the lighthouse puts it out. */
function lightTheBeam(beam: Entity) {
  const degreesPerSecond = 45
  engine.addSystem((dt) => {
    if (!LightSource.get(beam).active) return
    const transform = Transform.getMutable(beam)
    const turn = Quaternion.fromEulerDegrees(0, degreesPerSecond * dt, 0)
    transform.rotation = Quaternion.multiply(transform.rotation, turn)
  })
  on(EntityNames.Lighthouse, (lighthouse) =>
    onClick(lighthouse, () => {
      const light = LightSource.getMutable(beam)
      light.active = !light.active
      const turn = Animator.getClipOrNull(lighthouse, 'Turn')
      if (turn !== null) turn.playing = light.active
      console.log(light.active ? 'The lamp is lit' : 'The lamp is out')
    })
  )
}

/** Clouds come and go. */
function sail(cloud: Entity) {
  const start = Transform.get(cloud).position
  const end = Vector3.add(start, Vector3.create(3, 0, -2))
  Tween.setMove(cloud, start, end, 12000, EasingFunction.EF_EASESINE)
  TweenSequence.create(cloud, { sequence: [], loop: TweenLoop.TL_YOYO })
}

/** The bell swings, and the sign counts how often. */
function hang(bell: Entity) {
  let rung = 0
  MeshCollider.setSphere(bell)
  onClick(bell, () => {
    rung++
    Tween.setRotate(
      bell,
      Quaternion.fromEulerDegrees(40, 0, 0),
      Quaternion.Identity(),
      1500,
      EasingFunction.EF_EASEOUTELASTIC
    )
    on(EntityNames.Sign_text, (sign) => {
      TextShape.getMutable(sign).text = rung === 1 ? 'Ahoy!' : `Ahoy! × ${rung}`
    })
  })
}

/** A click kicks the ball around the blanket; a ray from above tells on what ground it comes down. */
function kick(ball: Entity) {
  const scout = engine.addEntity()
  const height = 6
  let kicks = 0
  pointerEventsSystem.onPointerDown(
    { entity: ball, opts: { button: InputAction.IA_POINTER, hoverText: 'Kick the ball' } },
    () => {
      const angle = ++kicks * 2.4
      const goal = Vector3.create(1.7 * Math.cos(angle), height, 1.7 * Math.sin(angle))
      const { parent, scale } = Transform.get(ball)
      Transform.createOrReplace(scout, { position: goal, parent })
      raycastSystem.registerGlobalDirectionRaycast(
        { entity: scout, opts: { direction: Vector3.Down(), maxDistance: 2 * height } },
        ({ hits }) => {
          const depth = hits.length > 0 ? hits[0].length : height
          fly(ball, Vector3.add(goal, Vector3.create(0, scale.y / 2 - depth, 0)))
        }
      )
    }
  )
}

/** Up in an arc, and down with a bounce. */
function fly(ball: Entity, goal: Vector3) {
  const start = Transform.get(ball).position
  const top = Vector3.lerp(start, goal, 0.7)
  top.y = Math.max(start.y, goal.y) + 2
  Tween.setMove(ball, start, top, 400, EasingFunction.EF_EASEOUTQUAD)
  TweenSequence.createOrReplace(ball, {
    sequence: [
      {
        mode: Tween.Mode.Move({ start: top, end: goal }),
        duration: 900,
        easingFunction: EasingFunction.EF_EASEOUTBOUNCE
      }
    ]
  })
}

export function main() {
  engine.addSystem(drift({ passed: 0 }))
  on(EntityNames.Beam, lightTheBeam)
  on(EntityNames.Cloud_1, sail)
  on(EntityNames.Cloud_2, sail)
  on(EntityNames.Bell, hang)
  on(EntityNames.Beach_ball, kick)
}

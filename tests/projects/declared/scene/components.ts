// SPDX-License-Identifier: EPL-2.0
export { Friction, Weight as Mass } from './components/physics'
export * from './components/lights'
export { Marker as MarkerOfOne } from './src/one/marker'
export { Marker as MarkerOfTwo } from './src/two/marker'
export { Rotator } from 'rotator-library/components'

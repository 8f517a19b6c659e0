// SPDX-License-Identifier: EPL-2.0
export { Rotator } from './components/rotator.js'

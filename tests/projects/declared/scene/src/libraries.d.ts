// SPDX-License-Identifier: EPL-2.0
declare module 'base-library' {
    export const Base: any
}
declare module 'mapped-library/components' {
    export const Mapped: any
}
declare module 'old-library' {
    export const Old: any
}
declare module 'rotator-library/components' {
    export const Rotator: any
}

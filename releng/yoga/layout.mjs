// SPDX-License-Identifier: EPL-2.0
// Reads trees of UiTransform components, one per line of JSON, and prints where each box is: left, top, width
// and height of all, parents first.
import { createInterface } from 'node:readline'
import Yoga, { Align, Direction, Display, Edge, FlexDirection, Justify, MeasureMode, Overflow, PositionType, Wrap } from 'yoga-layout'

const directions = [FlexDirection.Row, FlexDirection.Column, FlexDirection.ColumnReverse, FlexDirection.RowReverse]
const wraps = [Wrap.NoWrap, Wrap.Wrap, Wrap.WrapReverse]
const justifies = [Justify.FlexStart, Justify.Center, Justify.FlexEnd, Justify.SpaceBetween, Justify.SpaceAround, Justify.SpaceEvenly]
const aligns = [Align.Auto, Align.FlexStart, Align.Center, Align.FlexEnd, Align.Stretch, Align.Baseline, Align.SpaceBetween, Align.SpaceAround]
const overflows = [Overflow.Visible, Overflow.Hidden, Overflow.Scroll]
const edges = { Left: Edge.Left, Top: Edge.Top, Right: Edge.Right, Bottom: Edge.Bottom }

const config = Yoga.Config.create()
config.setPointScaleFactor(0)

function length(style, field) {
    const value = style[field] ?? 0
    return [undefined, value, `${value}%`, 'auto'][style[`${field}Unit`] ?? 0]
}

function set(setter, value) {
    if (value !== undefined) setter(value)
}

function node({ style, text, children = [] }) {
    const box = Yoga.Node.create(config)
    box.setFlexDirection(directions[style.flexDirection ?? 0])
    box.setFlexWrap(wraps[style.flexWrap ?? 0])
    box.setJustifyContent(justifies[style.justifyContent ?? 0])
    box.setAlignItems(aligns[style.alignItems ?? 4])
    box.setAlignContent(aligns[style.alignContent ?? 4])
    box.setAlignSelf(aligns[style.alignSelf ?? 0])
    box.setPositionType(style.positionType ? PositionType.Absolute : PositionType.Relative)
    box.setDisplay(style.display ? Display.None : Display.Flex)
    box.setOverflow(overflows[style.overflow ?? 0])
    box.setFlexGrow(style.flexGrow ?? 0)
    box.setFlexShrink(style.flexShrink ?? 1)
    set((v) => box.setFlexBasis(v), length(style, 'flexBasis'))
    set((v) => box.setWidth(v), length(style, 'width'))
    set((v) => box.setHeight(v), length(style, 'height'))
    set((v) => box.setMinWidth(v), length(style, 'minWidth'))
    set((v) => box.setMinHeight(v), length(style, 'minHeight'))
    set((v) => box.setMaxWidth(v), length(style, 'maxWidth'))
    set((v) => box.setMaxHeight(v), length(style, 'maxHeight'))
    for (const [name, edge] of Object.entries(edges)) {
        set((v) => box.setMargin(edge, v), length(style, `margin${name}`))
        set((v) => box.setPadding(edge, v), length(style, `padding${name}`))
        set((v) => box.setPosition(edge, v), length(style, `position${name}`))
        set((v) => box.setBorder(edge, v), length(style, `border${name}Width`))
    }
    children.forEach((child, index) => box.insertChild(node(child), index))
    if (text !== undefined) {
        box.setMeasureFunc((width, mode) => measure(text, mode === MeasureMode.Undefined ? Infinity : width))
    }
    return box
}

// Letters of 10 x 20 that break anywhere.
function measure(letters, width) {
    const perLine = Math.min(letters, Math.max(1, Math.floor((width + 0.01) / 10)))
    return { width: perLine * 10, height: Math.ceil(letters / perLine) * 20 }
}

function places(box) {
    const { left, top, width, height } = box.getComputedLayout()
    const own = [left, top, width, height]
    for (let i = 0; i < box.getChildCount(); i++) own.push(...places(box.getChild(i)))
    return own
}

for await (const line of createInterface({ input: process.stdin })) {
    const root = node(JSON.parse(line))
    root.calculateLayout(800, 600, Direction.LTR)
    console.log(JSON.stringify(places(root)))
    root.freeRecursive()
}

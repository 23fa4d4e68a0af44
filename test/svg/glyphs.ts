/** How large a cell is, in pixels, and where letters stand in it. */
export const size = { width: 9, height: 18, baseline: 13.5, font: 15 }

const { width, height } = size
const middle = { x: width / 2, y: height / 2 }

/** Lines of one character as a path: from the edges of its cell to the middle, so that neighbours meet. */
const lines: Record<string, (x: number, y: number) => string> = {
  '─': (x, y) => `M${x} ${y + middle.y}h${width}`,
  '│': (x, y) => `M${x + middle.x} ${y}v${height}`,
  '═': (x, y) => `M${x} ${y + middle.y - 2}h${width}M${x} ${y + middle.y + 2}h${width}`,
  '║': (x, y) => `M${x + middle.x - 2} ${y}v${height}M${x + middle.x + 2} ${y}v${height}`,
  '╔': (x, y) => corner(x, y, 1, 1, 2) + corner(x, y, 1, 1, -2),
  '╗': (x, y) => corner(x, y, -1, 1, 2) + corner(x, y, -1, 1, -2),
  '╚': (x, y) => corner(x, y, 1, -1, 2) + corner(x, y, 1, -1, -2),
  '╝': (x, y) => corner(x, y, -1, -1, 2) + corner(x, y, -1, -1, -2),
  '┌': (x, y) => corner(x, y, 1, 1),
  '┐': (x, y) => corner(x, y, -1, 1),
  '└': (x, y) => corner(x, y, 1, -1),
  '┘': (x, y) => corner(x, y, -1, -1),
  '╭': (x, y) => arc(x, y, 1, 1),
  '╮': (x, y) => arc(x, y, -1, 1),
  '╰': (x, y) => arc(x, y, 1, -1),
  '╯': (x, y) => arc(x, y, -1, -1),
  '├': (x, y) => `M${x + middle.x} ${y}v${height}M${x + middle.x} ${y + middle.y}h${middle.x}`,
  '┤': (x, y) => `M${x + middle.x} ${y}v${height}M${x + middle.x} ${y + middle.y}h${-middle.x}`,
  '┬': (x, y) => `M${x} ${y + middle.y}h${width}M${x + middle.x} ${y + middle.y}v${middle.y}`,
  '┴': (x, y) => `M${x} ${y + middle.y}h${width}M${x + middle.x} ${y + middle.y}v${-middle.y}`,
  '┼': (x, y) => `M${x} ${y + middle.y}h${width}M${x + middle.x} ${y}v${height}`,
}

/** A corner that opens to the right (1) or left (-1), and down (1) or up (-1); a double line's two are `inset` from the middle. */
const corner = (x: number, y: number, right: number, down: number, inset = 0) => {
  const [fromX, fromY] = [x + middle.x + right * middle.x, y + middle.y + down * middle.y]
  return `M${fromX} ${y + middle.y + down * inset}H${x + middle.x + right * inset}V${fromY}`
}

const arc = (x: number, y: number, right: number, down: number) => {
  const [fromX, toY] = [x + middle.x + right * middle.x, y + middle.y + down * middle.y]
  const toX = x + middle.x
  return `M${fromX} ${y + middle.y}Q${toX} ${y + middle.y} ${toX} ${y + middle.y + down * middle.x}V${toY}`
}

/** The part of a cell that a block fills, in cells, and how densely. */
type Block = { x: number; y: number; width: number; height: number; density: number }
const whole: Block = { x: 0, y: 0, width: 1, height: 1, density: 1 }
const blocks: Record<string, Block> = {
  '█': whole,
  '▀': { ...whole, height: 0.5 },
  '▄': { ...whole, y: 0.5, height: 0.5 },
  '▌': { ...whole, width: 0.5 },
  '▐': { ...whole, x: 0.5, width: 0.5 },
  '░': { ...whole, density: 0.25 },
  '▒': { ...whole, density: 0.5 },
  '▓': { ...whole, density: 0.75 },
}

/** A line or block character that is repeated, as a path: fonts leave gaps between theirs. Undefined for any other character. */
export const pathOf = (text: string, x: number, y: number, times: number) => {
  const line = lines[text]
  if (line) {
    const d =
      text === '─'
        ? `M${x} ${y + middle.y}h${width * times}`
        : Array.from({ length: times }, (_, at) => line(x + at * width, y)).join('')
    return { kind: 'line', d } as const
  }
  const block = blocks[text]
  if (!block) return undefined
  const wide = block.width === 1
  const one = (at: number) =>
    rectangle(
      x + (at + block.x) * width,
      y + block.y * height,
      (wide ? times : block.width) * width,
      block.height * height,
    )
  const d = Array.from({ length: wide ? 1 : times }, (_, at) => one(at)).join('')
  return { kind: 'block', d, opacity: block.density === 1 ? '' : ` fill-opacity="${block.density}"` } as const
}

/** A rectangle as a path. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`

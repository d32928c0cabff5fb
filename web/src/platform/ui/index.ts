import './ui.css'

export * from './ask'
export * from './Blocks'
export * from './FileDrop'
export * from './Logo'
export * from './Person'
export * from './Tag'
export * from './Wide'

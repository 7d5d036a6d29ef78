import { TypeIcon } from './TypeIcon.tsx'

interface Props {
  type: string
  name: string
  isNew?: boolean
}

/** An entity in a list to choose from. The name is isolated: one in another direction reorders nothing around it. */
export function EntityName({ type, name, isNew = false }: Props) {
  return (
    <>
      <TypeIcon type={type} />
      <span>
        {isNew && 'New: '}
        <bdi>{name}</bdi>
      </span>
    </>
  )
}

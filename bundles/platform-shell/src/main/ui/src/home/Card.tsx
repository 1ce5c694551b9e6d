import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Boundary } from '../app/Boundary'
import { Icon } from '../frame/icons'
import { SlotWidget } from '../plugins/SlotWidget'
import { Recent } from './Recent'
import { RecordCount } from './RecordCount'
import { RecordsList } from './RecordsList'
import type { Size, Widget } from './tiles'

/** A widget on the start page; what breaks in it stays in it. */
export function Card({ widget, size }: { widget: Widget; size: Size }) {
  return (
    <section className={`card ${size} kind-${widget.kind === 'records' ? widget.widget.shape : widget.kind}`} aria-label={widget.title}>
      <h2 className="card-title">{widget.kind === 'menu' && <><Icon name={widget.group.entry.icon} /> </>}{widget.title}</h2>
      <Boundary><CardBody widget={widget} /></Boundary>
    </section>
  )
}

function CardBody({ widget }: { widget: Widget }): ReactNode {
  switch (widget.kind) {
    case 'records': return widget.widget.shape === 'count' ? <RecordCount widget={widget.widget} /> : <RecordsList widget={widget.widget} />
    case 'slot': return <SlotWidget entry={widget.slot} />
    case 'recent': return <Recent />
    case 'menu': {
      const { entry, children } = widget.group
      return <ul className="home-links">{(children.length > 0 ? children : [entry]).map(child => <li key={child.id}><Link to={child.path!}>{child.label}</Link></li>)}</ul>
    }
  }
}

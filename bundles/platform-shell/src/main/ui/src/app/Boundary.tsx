import { Component, type ReactNode } from 'react'
import { Broken } from './Broken'

interface Props { children: ReactNode; resetKey?: string }

/** Keeps what breaks inside from taking down what is around it. */
export class Boundary extends Component<Props, { error: unknown; key?: string }> {
  state: { error: unknown; key?: string } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: { error: unknown; key?: string }) {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey }
  }

  render() {
    if (this.state.error === null) return this.props.children
    return <Broken error={this.state.error} retry={() => this.setState({ error: null })} />
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile, type Condition, type ConditionField } from './conditions'
import { ConditionError } from './condition-values'

const FILE = join(process.cwd(), 'plugin-sdk/api/src/main/resources/org/tenon/sdk/conditions/vectors.json')

interface Vectors {
  fields: ConditionField[]
  departments: Record<string, string | null>
  choices: Record<string, Record<string, string | null>>
  present: { now: string; zone: string; member: string; departments: string[] }
  rows: ({ id: string } & Record<string, unknown>)[]
  vectors: { name: string; condition: Condition; expect?: string[]; error?: string }[]
}

const { fields, departments, choices, present, rows, vectors } = JSON.parse(readFileSync(FILE, 'utf8')) as Vectors

describe('conditions mean the same here as on the server', () => {
  it.each(vectors)('$name', vector => {
    const matching = () => {
      const holds = compile(vector.condition, fields, {
        departments, choices, now: present.now, zone: present.zone, member: present.member, memberDepartments: present.departments,
        fieldsOf: type => (type === 'test.thing' ? fields : undefined), referred: (_type, id) => rows.find(row => row.id === id),
      })
      return rows.filter(holds).map(row => row.id)
    }
    if (vector.error !== undefined) {
      expect(matching).toThrow(ConditionError)
      try {
        matching()
      } catch (error) {
        expect((error as ConditionError).field).toBe(vector.error)
      }
    } else {
      expect(matching()).toEqual(vector.expect)
    }
  })
})

import { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { pasted } from './pasted'
import { schema } from './schema'

/** What the editor holds after the text was pasted. */
function written(html: string): string {
  const editor = new Editor({ extensions: schema(), content: pasted(html), injectCSS: false })
  const kept = editor.getHTML()
  editor.destroy()
  return kept
}

const ITEM = (level: number, marker: string, text: string) => `<p class=MsoListParagraph style='margin-left:18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
  lang=EN-US style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

describe('what is pasted', () => {
  it('from Word keeps lists, weight and headings, and loses its dress', () => {
    expect(written(`<html><head><style>p{color:red}</style></head><body><!--StartFragment--><h1 style="mso-x:1">报价说明</h1>
      <p class=MsoNormal style="text-indent:21pt"><b><span style="font-family:宋体">含税</span></b>单价<o:p></o:p></p>${ITEM(1, '·', '甲')}${ITEM(1, '·', '乙')}<p>后</p>${ITEM(1, '1.', '一')}<!--EndFragment--></body></html>`))
      .toBe('<h3>报价说明</h3><p><strong>含税</strong>单价</p><ul><li><p>甲</p></li><li><p>乙</p></li></ul><p>后</p><ol><li><p>一</p></li></ol>')
  })

  it('from WeChat keeps paragraphs and leaves out pictures and what is hidden', () => {
    expect(written(`<section style="font-size:16px" data-tools="135"><section><p style="color:rgb(63,63,63)"><span leaf="">第一段<strong>重点</strong></span></p></section>
      <section><img data-src="https://mmbiz.example/x" class="rich_pages"><p style="display:none">藏</p><p><span>第二段</span></p></section></section>`)).toBe('<p>第一段<strong>重点</strong></p><p>第二段</p>')
  })

  it('keeps tables', () => {
    expect(written('<table class="MsoTable"><tr><td width=5 style="border:1pt">1</td><td>2</td></tr></table>')).toContain('<p>1</p></td>')
  })

  it('never holds what leads to a script', () => {
    const kept = written('<p onclick="alert(1)">a<a href="javascript:alert(1)">b</a><img src=x onerror=alert(1)><script>alert(1)</script></p>')
    expect(kept).toBe('<p>ab</p>')
  })
})

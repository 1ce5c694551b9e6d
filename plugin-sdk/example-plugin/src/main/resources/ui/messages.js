export const messages = {
  'zh-CN': { 'top.title': '积分排行', 'top.none': '还没有客户获得积分。', points: '积分', choose: '选择礼品', redeem: '兑换', redeemed: '兑换成功', failed: '兑换失败，请稍后再试。' },
  'zh-TW': { 'top.title': '點數排行', 'top.none': '還沒有客戶獲得點數。', points: '點', choose: '選擇禮品', redeem: '兌換', redeemed: '兌換成功', failed: '兌換失敗，請稍後再試。' },
  en: { 'top.title': 'Top customers', 'top.none': 'No customer has points yet.', points: 'points', choose: 'Choose a reward', redeem: 'Redeem', redeemed: 'Redeemed', failed: 'That did not work; try again later.' },
}

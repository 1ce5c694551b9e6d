package org.tenon.customers.demo;

/** Simplified to Traditional, for the characters that the invented names of Taiwanese companies and people are made of. */
final class Traditional {

    private static final String SIMPLIFIED = "华恒鼎远凯汇鸿隆润启锦达丰创腾辉泽邦图锐联捷盈晖诺为会员东张刘陈杨赵黄吴孙马罗郑谢韩邓许冯萧苏卢"
        + "丽伟静娟军艳强涛杰红刚兰鹏玲莹宁凤龙贤维颖怀慧岚语轩晓红美荣志信嘉";
    private static final String TRADITIONAL = "華恆鼎遠凱匯鴻隆潤啟錦達豐創騰輝澤邦圖銳聯捷盈暉諾為會員東張劉陳楊趙黃吳孫馬羅鄭謝韓鄧許馮蕭蘇盧"
        + "麗偉靜娟軍艷強濤傑紅剛蘭鵬玲瑩寧鳳龍賢維穎懷慧嵐語軒曉紅美榮志信嘉";
    private static final String TRADES = "信息技术网络科技精密机械智能装备商贸百货融资租赁商业保理建筑工程装饰设计供应链管理冷链物流教育咨询餐饮管理生态农业生物医药医疗器械新能源新材料"
        + "汽车零部件电子科技服饰物业管理通信技术文化传媒酒店管理企业管理咨询环保工程";
    private static final String TRADES_TRADITIONAL = "信息技術網路科技精密機械智能裝備商貿百貨融資租賃商業保理建築工程裝飾設計供應鏈管理冷鏈物流教育諮詢餐飲管理生態農業生物醫藥醫療器械新能源新材料"
        + "汽車零部件電子科技服飾物業管理通信技術文化傳媒酒店管理企業管理諮詢環保工程";

    private Traditional() {
    }

    static String of(String simplified) {
        StringBuilder out = new StringBuilder(simplified.length());
        for (char c : simplified.toCharArray()) {
            out.append(map(c));
        }
        return out.toString();
    }

    private static char map(char c) {
        int at = SIMPLIFIED.indexOf(c);
        if (at >= 0) {
            return TRADITIONAL.charAt(at);
        }
        at = TRADES.indexOf(c);
        return at >= 0 ? TRADES_TRADITIONAL.charAt(at) : c;
    }
}

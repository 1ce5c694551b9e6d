package org.tenon.customers.demo;

import java.util.List;

/**
 * What a company does, in the words its name is made of.
 *
 * @param industry value of the dictionary {@code customers.industry}
 * @param chinese  the part of a Chinese company's name that says so
 * @param english  the same of an English one
 * @param topic    what one talks about with them, in Chinese
 */
record Trade(String industry, String chinese, String english, String topic) {

    static final List<Trade> ALL = List.of(
        new Trade("it", "信息技术", "Software", "数据接口对接"), new Trade("it", "网络科技", "Networks", "系统上线计划"),
        new Trade("manufacturing", "精密机械", "Precision", "样品尺寸确认"), new Trade("manufacturing", "智能装备", "Machinery", "设备交期"),
        new Trade("trade", "商贸", "Trading", "年度框架价格"), new Trade("trade", "百货", "Retail", "门店铺货"),
        new Trade("finance", "融资租赁", "Leasing", "授信材料"), new Trade("finance", "商业保理", "Capital", "付款账期"),
        new Trade("construction", "建筑工程", "Construction", "项目进度款"), new Trade("construction", "装饰设计", "Interiors", "图纸会审"),
        new Trade("logistics", "供应链管理", "Logistics", "仓库切换"), new Trade("logistics", "冷链物流", "Freight", "运价调整"),
        new Trade("education", "教育咨询", "Learning", "课程排期"), new Trade("catering", "餐饮管理", "Foods", "菜单与配送时间"),
        new Trade("agriculture", "生态农业", "Farms", "采收季供货"), new Trade("medicine", "生物医药", "Pharma", "资质文件更新"),
        new Trade("medicine", "医疗器械", "Medical", "招标参数"), new Trade("energy", "新能源", "Energy", "并网验收"),
        new Trade("chemicals", "新材料", "Materials", "检测报告"), new Trade("automotive", "汽车零部件", "Automotive", "PPAP 资料"),
        new Trade("electronics", "电子科技", "Electronics", "替代料评估"), new Trade("textiles", "服饰", "Apparel", "秋冬打样"),
        new Trade("realEstate", "物业管理", "Properties", "续约条件"), new Trade("telecom", "通信技术", "Telecom", "扩容方案"),
        new Trade("media", "文化传媒", "Media", "投放档期"), new Trade("tourism", "酒店管理", "Hospitality", "旺季用房"),
        new Trade("businessServices", "企业管理咨询", "Consulting", "服务范围"), new Trade("environment", "环保工程", "Environmental", "运维报价"));
}

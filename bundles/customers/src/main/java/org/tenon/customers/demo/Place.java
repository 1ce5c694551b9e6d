package org.tenon.customers.demo;

import java.util.List;

/**
 * Where a company sits.
 *
 * @param country  ISO 3166-1
 * @param region   GB/T 2260 code of the district, empty outside mainland China
 * @param address  up to the street
 * @param city     the city's name as companies carry it
 * @param dialling what its telephone numbers begin with
 * @param postcode its postal code
 */
record Place(String country, String region, String address, String city, String dialling, String postcode) {

    private static Place china(String region, String address, String city, String area, String postcode) {
        return new Place("CN", region, address, city, area, postcode);
    }

    private static Place abroad(String country, String address, String city, String dialling, String postcode) {
        return new Place(country, "", address, city, dialling, postcode);
    }

    static final List<Place> CHINA = List.of(
        china("110105", "北京市朝阳区", "北京", "010", "100020"), china("110108", "北京市海淀区", "北京", "010", "100080"),
        china("310104", "上海市徐汇区", "上海", "021", "200030"), china("310115", "上海市浦东新区", "上海", "021", "200120"),
        china("440106", "广东省广州市天河区", "广州", "020", "510630"), china("440104", "广东省广州市越秀区", "广州", "020", "510030"),
        china("440304", "广东省深圳市福田区", "深圳", "0755", "518033"), china("440305", "广东省深圳市南山区", "深圳", "0755", "518052"),
        china("440604", "广东省佛山市禅城区", "佛山", "0757", "528000"), china("330106", "浙江省杭州市西湖区", "杭州", "0571", "310013"),
        china("330108", "浙江省杭州市滨江区", "杭州", "0571", "310051"), china("330205", "浙江省宁波市江北区", "宁波", "0574", "315020"),
        china("320106", "江苏省南京市鼓楼区", "南京", "025", "210009"), china("320505", "江苏省苏州市虎丘区", "苏州", "0512", "215011"),
        china("320214", "江苏省无锡市新吴区", "无锡", "0510", "214028"), china("510107", "四川省成都市武侯区", "成都", "028", "610041"),
        china("510104", "四川省成都市锦江区", "成都", "028", "610021"), china("420106", "湖北省武汉市武昌区", "武汉", "027", "430061"),
        china("610113", "陕西省西安市雁塔区", "西安", "029", "710061"), china("500112", "重庆市渝北区", "重庆", "023", "401120"),
        china("370212", "山东省青岛市崂山区", "青岛", "0532", "266061"), china("370102", "山东省济南市历下区", "济南", "0531", "250013"),
        china("210102", "辽宁省沈阳市和平区", "沈阳", "024", "110001"), china("350203", "福建省厦门市思明区", "厦门", "0592", "361001"),
        china("350102", "福建省福州市鼓楼区", "福州", "0591", "350001"), china("430104", "湖南省长沙市岳麓区", "长沙", "0731", "410013"),
        china("410105", "河南省郑州市金水区", "郑州", "0371", "450003"), china("340104", "安徽省合肥市蜀山区", "合肥", "0551", "230031"),
        china("120101", "天津市和平区", "天津", "022", "300041"), china("130102", "河北省石家庄市长安区", "石家庄", "0311", "050011"),
        china("530102", "云南省昆明市五华区", "昆明", "0871", "650021"), china("450103", "广西壮族自治区南宁市青秀区", "南宁", "0771", "530022"));

    static final List<Place> TAIWAN = List.of(
        abroad("TW", "臺北市信義區", "臺北", "+886 2 ", "110"), abroad("TW", "新竹市東區", "新竹", "+886 3 ", "300"),
        abroad("TW", "臺中市西屯區", "臺中", "+886 4 ", "407"), abroad("TW", "高雄市前鎮區", "高雄", "+886 7 ", "806"));

    static final List<Place> WEST = List.of(
        abroad("US", "Market Street, San Francisco, CA", "Bay", "+1 415 ", "94103"), abroad("US", "Congress Avenue, Austin, TX", "Lone Star", "+1 512 ", "78701"),
        abroad("GB", "Deansgate, Manchester", "Northern", "+44 161 ", "M3 4LZ"), abroad("DE", "Königstraße, Stuttgart", "Neckar", "+49 711 ", "70173"),
        abroad("DE", "Mönckebergstraße, Hamburg", "Hansa", "+49 40 ", "20095"), abroad("FR", "Rue de la République, Lyon", "Rhône", "+33 4 ", "69002"),
        abroad("SG", "Shenton Way", "Merlion", "+65 6", "068803"), abroad("AU", "Collins Street, Melbourne VIC", "Southern", "+61 3 ", "3000"),
        abroad("CA", "King Street West, Toronto, ON", "Maple", "+1 416 ", "M5H 1J9"), abroad("NL", "Coolsingel, Rotterdam", "Delta", "+31 10 ", "3011"),
        abroad("SE", "Kungsgatan, Göteborg", "Nordic", "+46 31 ", "411 19"), abroad("IT", "Via Torino, Milano", "Lombardia", "+39 02 ", "20123"));
}

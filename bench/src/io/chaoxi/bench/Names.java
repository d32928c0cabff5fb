package io.chaoxi.bench;

import java.util.Random;

/** Names as they occur: companies are place + two or three characters + trade + legal form. */
final class Names {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志海波鹏辉宇浩然子涵雨欣佳怡俊博文婷雪晨阳思远嘉诚立新晓东春燕永昌少峰";
    static final String CORE = "恒锐华盛天源金鼎永泰宏达瑞丰安信博远创新通联卓越正大东方启明光辉海纳百川云帆凌云航宇星辰中科智汇优品美佳德润康宁福隆祥和兴业同创世纪锦程鸿图龙腾凤翔嘉禾顺昌众诚利民广源弘毅铭泽晟睿颐景岳峰清溪";
    static final String[] TRADES = {
        "科技", "科技", "科技", "科技", "贸易", "贸易", "实业", "电子", "机械", "精密仪器", "自动化设备", "新材料", "生物医药", "医疗器械",
        "信息技术", "网络科技", "软件", "食品", "餐饮管理", "物流", "供应链管理", "建筑工程", "装饰工程", "环保科技", "新能源", "汽车零部件", "化工", "包装",
        "印刷", "服饰", "纺织", "家具", "农业发展", "文化传媒", "广告", "教育咨询", "企业管理", "投资", "酒店管理", "半导体"
    };
    /** Only firms of one province build ships, so that two common words never meet. */
    static final String SHIPS = "船舶";
    private static final String[] FORMS = {"有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"};
    private static final String[] TITLES = {"总经理", "采购经理", "技术总监", "财务主管", "行政专员", "销售经理", "项目经理", "董事长", "采购员", "工程师"};
    private static final String[] STREETS = {"人民路", "中山大道", "科技园路", "工业大道", "建设路", "解放路", "创业街", "滨江路", "高新一路", "迎宾大道"};
    private static final String[] REMARKS = {"每年三月签年框，付款爽快", "对价格敏感，需要多次报价", "展会上认识，对新品感兴趣", "原供应商交期不稳，正在换", "要求月结六十天"};
    private static final String[] MAILS = {"qq.com", "163.com", "126.com", "sina.com", "gongsi.cn", "corp.com.cn", "outlook.com"};

    private Names() {}

    static String person(Random random) {
        String name = one(SURNAMES, random) + one(GIVEN, random);
        return random.nextInt(4) == 0 ? name : name + one(GIVEN, random);
    }

    static String core(Random random) {
        String core = one(CORE, random) + one(CORE, random);
        return random.nextInt(3) == 0 ? core + one(CORE, random) : core;
    }

    static String trade(Random random, String region) {
        boolean ships = region.startsWith("21") && random.nextInt(3) == 0;
        return ships ? SHIPS : any(TRADES, random);
    }

    static String form(Random random) {
        return any(FORMS, random);
    }

    static String title(Random random) {
        return any(TITLES, random);
    }

    static String address(Random random) {
        return any(STREETS, random) + (1 + random.nextInt(900)) + "号" + (1 + random.nextInt(30)) + "栋" + (101 + random.nextInt(2000)) + "室";
    }

    static String remark(Random random) {
        return any(REMARKS, random);
    }

    /** As it is stored: nine mobile numbers of ten, else a fixed line. */
    static String phone(Random random) {
        if (random.nextInt(10) > 0) {
            return "+861" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000));
        }
        return "+86" + any(new String[] {"10", "21", "755", "20", "28", "571", "512", "25"}, random)
                + (2 + random.nextInt(7)) + "%07d".formatted(random.nextInt(10_000_000));
    }

    static String email(Random random, String head) {
        return head + random.nextInt(100_000) + "@" + any(MAILS, random);
    }

    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** A credit code with its check character. */
    static String creditCode(Random random, String region) {
        var code = new StringBuilder("91").append(region);
        for (int i = 0; i < 9; i++) code.append(CODE.charAt(random.nextInt(CODE.length())));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += CODE.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CODE.charAt((31 - sum % 31) % 31)).toString();
    }

    static String any(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    static String one(String from, Random random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}

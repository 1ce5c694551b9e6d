package org.tenon.customers.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invents what was talked about with a company over the past year, oldest first. */
final class Talks {

    private static final int DAYS = 365;

    private static final List<List<String>> SCRIPTS = List.of(
        List.of("call", "followUp", "电话沟通：%s", "对方希望先看方案再定时间，约好再联系。", "Call about %s", "They want to see a proposal before fixing a date."),
        List.of("call", "notReached", "致电未接：%s", "前台转接无人接听，改天再打。", "No answer: %s", "Reception put me through, nobody picked up."),
        List.of("call", "interested", "回访：%s", "对上次交付满意，想了解新版本价格。", "Follow-up on %s", "Happy with the last delivery, asks for the new prices."),
        List.of("visit", "interested", "上门拜访：%s", "参观了现场，负责人介绍了明年的计划，预算在年底前确定。", "Visit: %s", "Saw the site; next year's budget is fixed before year end."),
        List.of("visit", "agreed", "现场确认：%s", "双方就范围和时间达成一致，下周走合同流程。", "On site: %s", "Scope and dates agreed; contract to follow next week."),
        List.of("mail", "reached", "邮件发送资料：%s", "已发送产品手册与报价单，请对方确认收到。", "Mailed material on %s", "Sent brochure and quotation, asked for a receipt."),
        List.of("message", "reached", "微信沟通：%s", "对方回复收到，内部讨论后答复。", "Message about %s", "They will discuss it and come back to us."),
        List.of("meeting", "followUp", "线上会议：%s", "演示约一小时，技术与采购都参加了，提出三个问题待答复。", "Online meeting: %s", "One hour demo; engineering and purchasing raised three questions."),
        List.of("call", "notNow", "年度沟通：%s", "今年预算已用完，明年一季度再谈。", "Yearly call: %s", "Budget is spent; talk again in the first quarter."),
        List.of("mail", "refused", "邮件答复：%s", "对方选择了现有供应商，保持联系。", "Reply on %s", "They stay with their present supplier; keep in touch."));

    private final Dice dice;
    private final LocalDateTime now;

    Talks(Dice dice, LocalDateTime now) {
        this.dice = dice;
        this.now = now;
    }

    /** None to six entries; the last one of every other company says when to talk again, from a week ago to a month ahead. */
    List<Map<String, Object>> about(Company company) {
        int count = dice.oneIn(6) ? 0 : dice.between(1, 5);
        List<LocalDateTime> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(workingHour(now.minusDays(dice.between(8, DAYS))));
        }
        times.sort(null);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDateTime next = i == count - 1 && dice.oneIn(2) ? workingHour(now.plusDays(dice.between(-7, 30))) : null;
            entries.add(entry(company, times.get(i), next));
        }
        return entries;
    }

    private Map<String, Object> entry(Company company, LocalDateTime at, @Nullable LocalDateTime next) {
        List<String> script = dice.of(SCRIPTS);
        boolean chinese = company.chinese();
        String topic = chinese ? company.trade().topic() : company.trade().english().toLowerCase(Locale.ROOT) + " terms";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("happenedAt", at + ":00Z");
        values.put("kind", script.get(0));
        values.put("direction", dice.oneIn(4) ? "incoming" : "outgoing");
        values.put("subject", script.get(chinese ? 2 : 4).formatted(topic));
        values.put("content", script.get(chinese ? 3 : 5));
        values.put("result", script.get(1));
        if (next != null) {
            values.put("nextContactAt", next + ":00Z");
        }
        return values;
    }

    /** Within China's working day, to a quarter of an hour; in UTC. */
    private LocalDateTime workingHour(LocalDateTime day) {
        return day.toLocalDate().atTime(dice.between(1, 9), dice.between(0, 3) * 15);
    }
}

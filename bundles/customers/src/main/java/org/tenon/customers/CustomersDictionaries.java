package org.tenon.customers;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.DictionaryContribution;

/** The words this area's choices are made of. Colours mark what calls for attention, not every value. */
@Component
public final class CustomersDictionaries implements DictionaryContribution {

    private final List<Dictionary> dictionaries = List.of(
        of("type", Item.of("prospect", "blue"), Item.of("customer", "green"), Item.of("partner"), Item.of("supplier"), Item.of("agent"),
            Item.of("competitor", "amber"), Item.of("other")),
        of("status", Item.of("active", "green"), Item.of("dormant", "amber"), Item.of("lost", "grey"), Item.of("blocked", "red")),
        of("level", Item.of("A", "green"), Item.of("B", "blue"), Item.of("C", "amber"), Item.of("D", "grey")),
        plain("industry", "trade", "finance", "it", "manufacturing", "construction", "logistics", "education", "catering", "agriculture",
            "medicine", "energy", "chemicals", "automotive", "electronics", "textiles", "realEstate", "telecom", "media", "culture", "tourism",
            "businessServices", "research", "environment", "government", "nonProfit", "other"),
        plain("source", "phone", "exhibition", "website", "referral", "advertising", "search", "socialMedia", "mail", "visit", "event",
            "tender", "partner", "other"),
        new Dictionary("customers.country", Countries.items()),
        of("partyRole", Item.of("decisionMaker", "green"), Item.of("evaluator"), Item.of("influencer"), Item.of("user"),
            Item.of("procurement"), Item.of("finance"), Item.of("technical"), Item.of("assistant"), Item.of("opponent", "amber"), Item.of("other")),
        plain("gender", "female", "male", "other"),
        plain("birthdayCalendar", "solar", "lunar", "lunarLeap"),
        plain("logKind", "call", "visit", "mail", "message", "meeting", "other"),
        plain("direction", "outgoing", "incoming"),
        of("logResult", Item.of("interested", "green"), Item.of("agreed", "green"), Item.of("followUp", "blue"), Item.of("reached"),
            Item.of("notReached", "grey"), Item.of("notNow", "amber"), Item.of("refused", "red")));

    @Override
    public List<Dictionary> dictionaries() {
        return dictionaries;
    }

    private static Dictionary of(String name, Item... items) {
        return new Dictionary("customers." + name, List.of(items));
    }

    private static Dictionary plain(String name, String... values) {
        return new Dictionary("customers." + name, Stream.of(values).map(Item::of).toList());
    }
}

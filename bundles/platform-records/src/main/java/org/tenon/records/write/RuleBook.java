package org.tenon.records.write;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordRules;

/** The rules of the areas installed now. Immediate, so that it is there before rules that need {@code Records} arrive. Safe for all threads. */
@Component(service = RuleBook.class, immediate = true)
public final class RuleBook {

    private final List<RecordRules<?>> rules = new CopyOnWriteArrayList<>();

    @Reference(name = "rules", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(RecordRules<?> arrived) {
        rules.add(arrived);
    }

    public void remove(RecordRules<?> left) {
        rules.remove(left);
    }

    /** All rules of the type, as one. */
    RecordRules<BaseRecord> of(Class<? extends BaseRecord> type) {
        return new Together(rules.stream().filter(rule -> rule.type() == type).map(RuleBook::general).toList());
    }

    @SuppressWarnings("unchecked") // called with instances of its own type only
    private static RecordRules<BaseRecord> general(RecordRules<?> rule) {
        return (RecordRules<BaseRecord>) rule;
    }

    private record Together(List<RecordRules<BaseRecord>> all) implements RecordRules<BaseRecord> {

        @Override
        public Class<BaseRecord> type() {
            return BaseRecord.class;
        }

        @Override
        public void derive(BaseRecord item, Changes changes) {
            all.forEach(rule -> rule.derive(item, changes));
        }

        @Override
        public void validate(BaseRecord item, Changes changes, Problems problems) {
            all.forEach(rule -> rule.validate(item, changes, problems));
        }

        @Override
        public void beforeCreate(BaseRecord item) {
            all.forEach(rule -> rule.beforeCreate(item));
        }

        @Override
        public void beforeUpdate(BaseRecord item, Changes changes) {
            all.forEach(rule -> rule.beforeUpdate(item, changes));
        }

        @Override
        public void beforeDelete(BaseRecord item) {
            all.forEach(rule -> rule.beforeDelete(item));
        }

        @Override
        public void written(BaseRecord item, Changes changes) {
            all.forEach(rule -> rule.written(item, changes));
        }
    }
}

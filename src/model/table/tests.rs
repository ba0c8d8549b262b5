//! A table is what a `BTreeMap` is, whatever was done to it, and a copy of it is not touched by what happens to the original.

use std::collections::BTreeMap;

use super::Table;

/// Numbers that look random, always the same ones.
fn numbers() -> impl FnMut(u32) -> u32 {
    let mut state = 1_u64;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap() % below
    }
}

fn same(table: &Table<u32, String>, map: &BTreeMap<u32, String>) {
    assert_eq!(table.len(), map.len());
    assert!(table.iter().eq(map));
    assert!(table.values().rev().eq(map.values().rev()));
    assert_eq!(table.first_key_value(), map.first_key_value());
    assert_eq!(table.last_key_value(), map.last_key_value());
    assert_eq!(
        table,
        &map.iter()
            .map(|(key, value)| (*key, value.clone()))
            .collect()
    );
}

#[test]
fn a_table_is_a_sorted_map() {
    let mut number = numbers();
    let (mut table, mut map) = (Table::new(), BTreeMap::new());
    let mut copies = Vec::new();
    for round in 0..4_000_u32 {
        // A while it grows, then it shrinks.
        let key = number(if round < 2_500 { 2_000 } else { 700 });
        match number(8) {
            0..4 => {
                table.insert(key, round.to_string());
                map.insert(key, round.to_string());
            }
            4 | 5 => assert_eq!(table.remove(&key), map.remove(&key)),
            6 => {
                if let Some(value) = table.get_mut(&key) {
                    value.push('!');
                }
                if let Some(value) = map.get_mut(&key) {
                    value.push('!');
                }
            }
            _ => {
                assert_eq!(table.get(&key), map.get(&key));
                assert_eq!(table.contains_key(&key), map.contains_key(&key));
            }
        }
        if round % 500 == 0 {
            same(&table, &map);
            copies.push((table.clone(), map.clone()));
        }
    }
    table.retain(|key, _| key % 3 == 0);
    map.retain(|key, _| key % 3 == 0);
    copies.push((table, map));
    for (table, map) in copies {
        same(&table, &map);
    }
}

#[test]
fn tables_differ_where_a_key_or_a_value_does() {
    let table: Table<u32, String> = (0..200).map(|key| (key, key.to_string())).collect();
    let mut other = table.clone();
    assert_eq!(table, other);
    other.insert(77, "other".to_owned());
    assert_ne!(table, other);
    other.insert(77, "77".to_owned());
    assert_eq!(table, other);
    other.remove(&199);
    assert_ne!(table, other);
    other.insert(200, "199".to_owned());
    assert_ne!(table, other);
}

#[test]
fn any_part_can_be_skipped_to() {
    let table: Table<u32, u32> = (0..300).map(|key| (key, key)).collect();
    for from in [0, 1, 63, 64, 65, 128, 299, 300, 500] {
        let rest: Vec<u32> = table.values().skip(from).copied().collect();
        assert!(rest.iter().copied().eq(u32::try_from(from).unwrap()..300));
        let ends: Vec<u32> = table.values().skip(from).rev().take(3).copied().collect();
        assert!(ends.iter().eq(rest.iter().rev().take(3)));
    }
    // From both ends, to the middle.
    let mut values = table.values();
    assert_eq!(
        (values.nth(10), values.nth_back(10)),
        (Some(&10), Some(&289))
    );
    assert_eq!(values.len(), 278);
    assert_eq!(values.nth(277), Some(&288));
    assert_eq!((values.next(), values.next_back()), (None, None));
}

#[test]
fn a_table_is_kept_as_a_map() {
    let table: Table<String, u32> = (0..100).map(|key| (format!("key {key}"), key)).collect();
    let text = serde_json::to_string(&table).unwrap();
    let map: BTreeMap<String, u32> = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&map).unwrap(), text);
    assert_eq!(
        serde_json::from_str::<Table<String, u32>>(&text).unwrap(),
        table
    );
}

#[test]
fn a_place_between_the_keys_is_found() {
    let table: Table<u32, u32> = (1..=200).map(|key| (key * 10, key)).collect();
    for (key, before, after) in [
        (5, None, Some(10)),
        (10, Some(10), Some(10)),
        (645, Some(640), Some(650)),
        (2000, Some(2000), Some(2000)),
        (2001, Some(2000), None),
    ] {
        assert_eq!(table.up_to(&key).map(|(key, _)| *key), before);
        assert_eq!(table.starting_at(&key).next().map(|(key, _)| *key), after);
        assert_eq!(
            table.starting_at(&key).len(),
            table.starting_at(&key).count()
        );
    }
    assert!(Table::<u32, u32>::new().starting_at(&1).next().is_none());
}

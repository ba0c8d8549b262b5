use super::Terminal;

#[test]
fn lists_are_walked_and_printed() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("aws kms describe-custom-key-stores"),
        "{\n    \"CustomKeyStores\": []\n}\n"
    );
    assert_eq!(
        terminal.out("aws sts get-caller-identity --query '{B:Account,A:Arn}' --output text"),
        "arn:aws:iam::111122223333:user/reader\t111122223333\n"
    );
}

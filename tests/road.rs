//! trial
use keystore_playground::playground::{Options, Pace, Playground};
#[test]
fn trial() {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in [
        "lab scenario uninitialized",
        "aws cloudhsmv2 describe-clusters --query 'Clusters[0].[ClusterId,State]'",
        "lab jobs",
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
        "echo $C",
        "aws cloudhsmv2 describe-clusters --filters clusterIds=$C --output text --query 'Clusters[].Certificates.ClusterCsr' > ${C}_ClusterCsr.csr",
        "lab sign ${C}_ClusterCsr.csr",
        "ls",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://customerCA.crt --trust-anchor file://customerCA.crt",
        "lab why",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://${C}_CustomerHsmCertificate.crt --trust-anchor file://customerCA.crt",
        "lab settle",
        "aws cloudhsmv2 describe-clusters --query 'Clusters[0].{A:State,B:SubnetMapping,Z:Hsms}'",
    ] {
        let reply = shell.run(&mut playground, line);
        println!(
            "$ {line}\n{}{}[{}]",
            reply.stdout, reply.stderr, reply.exit_code
        );
    }
}

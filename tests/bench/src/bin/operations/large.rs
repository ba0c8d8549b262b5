//! An account as large as a reader's may become, made through the terminal: key stores in several Regions, each connected to a cluster
//! of its own, and keys in them.

use keystore_playground::playground::{Options, Playground};
use keystore_playground::shell::Shell;
use keystore_playground::sim::Memo;

/// Regions, of the same size each.
const REGIONS: [&str; 4] = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"];

/// Makes the account: so many key stores in each Region, so many keys in each store.
///
/// # Errors
/// What a line printed that failed.
pub fn account(stores: usize, keys: usize, memo: Memo) -> Result<Playground, String> {
    let mut playground = Playground::new(Options::default());
    playground.remember(memo);
    let mut shell = playground.shell();
    let quotas = ["clusters", "hsms", "stores"];
    for name in quotas {
        // As many HSMs are three times what a key store needs.
        let count = stores * 6;
        run(
            &mut playground,
            &mut shell,
            &format!("lab quota {name} {count}"),
        )?;
    }
    for region in REGIONS {
        run(&mut playground, &mut shell, &format!("lab region {region}"))?;
        for line in NETWORK.lines() {
            run(&mut playground, &mut shell, line)?;
        }
        for store in 0..stores {
            run(
                &mut playground,
                &mut shell,
                &format!("NAME='Key store {store}'"),
            )?;
            for line in STORE.lines() {
                run(&mut playground, &mut shell, line)?;
            }
            for key in 0..keys {
                let line = format!(
                    "aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $STORE --description 'Key {key} of {store}'"
                );
                run(&mut playground, &mut shell, &line)?;
            }
        }
    }
    Ok(playground)
}

fn run(playground: &mut Playground, shell: &mut Shell, line: &str) -> Result<(), String> {
    let reply = shell.run(playground, line);
    match reply.exit_code {
        0 => Ok(()),
        _ => Err(format!("{line}: {}{}", reply.stdout, reply.stderr)),
    }
}

/// Private subnets with room for all clusters and key stores.
const NETWORK: &str = "\
A=$(aws ec2 describe-availability-zones --query 'AvailabilityZones[0].ZoneName' --output text)
B=$(aws ec2 describe-availability-zones --query 'AvailabilityZones[1].ZoneName' --output text)
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
SUBNET_A=$(aws ec2 create-subnet --vpc-id $VPC --availability-zone $A --cidr-block 10.0.0.0/20 --query Subnet.SubnetId --output text)
SUBNET_B=$(aws ec2 create-subnet --vpc-id $VPC --availability-zone $B --cidr-block 10.0.16.0/20 --query Subnet.SubnetId --output text)";

/// A cluster with two HSMs and kmsuser, and its key store.
const STORE: &str = "\
CLUSTER=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $SUBNET_A $SUBNET_B --query Cluster.ClusterId --output text)
aws cloudhsmv2 create-hsm --cluster-id $CLUSTER --availability-zone $A
aws cloudhsmv2 describe-clusters --filters clusterIds=$CLUSTER --output text --query 'Clusters[].Certificates.ClusterCsr' > cluster.csr
lab sign cluster.csr
aws cloudhsmv2 initialize-cluster --cluster-id $CLUSTER --signed-cert file://cluster.crt --trust-anchor file://customerCA.crt
GROUP=$(aws cloudhsmv2 describe-clusters --filters clusterIds=$CLUSTER --output text --query 'Clusters[].SecurityGroup')
lab client attach $SUBNET_A --security-groups $GROUP
cp customerCA.crt /opt/cloudhsm/etc/customerCA.crt
HSM=$(aws cloudhsmv2 describe-clusters --filters clusterIds=$CLUSTER --output text --query 'Clusters[].Hsms[].EniIp')
sudo /opt/cloudhsm/bin/configure --cmu $HSM
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin password
changePswd PRECO admin adminPswd
y
logoutHSM
loginHSM CO admin adminPswd
createUser CU kmsuser kmsPswd
y
logoutHSM
quit
aws cloudhsmv2 create-hsm --cluster-id $CLUSTER --availability-zone $B
STORE=$(aws kms create-custom-key-store --custom-key-store-name \"$NAME\" --cloud-hsm-cluster-id $CLUSTER --trust-anchor-certificate file://customerCA.crt --key-store-password kmsPswd --query CustomKeyStoreId --output text)
aws kms connect-custom-key-store --custom-key-store-id $STORE";

import { type Client, createClientAsync, WSSecurity } from 'soap'
import type { tenant } from '../../support/workday.js'

type Tenant = Awaited<ReturnType<typeof tenant>>

/** The npm package soap, unmodified, on one of a tenant's services. */
export async function connect(at: Tenant, service: string, wsdl?: string): Promise<Client> {
  const endpoint = `${at.origin}/ccx/service/${at.tenant}/${service}/v42.1`
  const client = await createClientAsync(wsdl ?? `${endpoint}?wsdl`)
  client.setEndpoint(endpoint)
  client.setSecurity(
    new WSSecurity(at.env.WORKDAY_USERNAME ?? '', at.env.WORKDAY_PASSWORD ?? '', { passwordType: 'PasswordText' }),
  )
  return client
}

export const reference = (type: string, value: string) => ({ ID: { attributes: { 'wd:type': type }, $value: value } })

const AT_ONCE = { Business_Process_Parameters: { Auto_Complete: true } }

export const hireRequest = (id: string, hireDate: string) => ({
  ...AT_ONCE,
  Hire_Employee_Data: {
    Applicant_Data: {
      Personal_Data: {
        Name_Data: {
          Legal_Name_Data: {
            Name_Detail_Data: {
              Country_Reference: reference('ISO_3166-1_Alpha-2_Code', 'US'),
              First_Name: 'Ada',
              Last_Name: 'Byron',
            },
          },
        },
        Contact_Data: {
          Email_Address_Data: {
            Email_Address: 'ada@aldergate.example',
            Usage_Data: {
              attributes: { 'wd:Public': '1' },
              Type_Data: {
                attributes: { 'wd:Primary': '1' },
                Type_Reference: reference('Communication_Usage_Type_ID', 'WORK'),
              },
            },
          },
        },
      },
    },
    Organization_Reference: reference('Organization_Reference_ID', 'SUP_Optics'),
    Hire_Date: hireDate,
    Hire_Employee_Event_Data: {
      Employee_ID: id,
      Position_Details: { Job_Profile_Reference: reference('Job_Profile_ID', 'JP_Engineering_Specialist') },
    },
  },
})

export async function hireOn(at: Tenant, id: string, day: string) {
  return (await connect(at, 'Staffing')).Hire_EmployeeAsync(hireRequest(id, day))
}

export async function changeJobTo(at: Tenant, id: string, day: string, title: string) {
  return (await connect(at, 'Staffing')).Change_JobAsync({
    ...AT_ONCE,
    Change_Job_Data: {
      Worker_Reference: reference('Employee_ID', id),
      Effective_Date: day,
      Change_Job_Detail_Data: {
        Reason_Reference: reference('Change_Job_Subcategory_ID', 'Transfer_Employee_Transfer'),
        Job_Details_Data: { Business_Title: title },
      },
    },
  })
}

export async function terminateOn(at: Tenant, id: string, day: string) {
  return (await connect(at, 'Staffing')).Terminate_EmployeeAsync({
    ...AT_ONCE,
    Terminate_Employee_Data: {
      Employee_Reference: reference('Employee_ID', id),
      Termination_Date: day,
      Terminate_Event_Data: {
        Primary_Reason_Reference: reference(
          'Event_Classification_Subcategory_ID',
          'Terminate_Employee_Voluntary_Other',
        ),
      },
    },
  })
}
